// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Checks in each POM that is published what a public repository checks before it accepts one. */
class ReleaseTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  static List<Path> published() throws Exception {
    try (Stream<Path> all = Files.walk(ROOT, 3)) {
      return all.filter(file -> file.endsWith("pom.xml"))
          .filter(file -> !file.toString().contains("target"))
          .filter(file -> !isSkipped(file))
          .toList();
    }
  }

  private static boolean isSkipped(Path pom) {
    return "true".equals(value(pom, "/project/properties/maven.deploy.skip"));
  }

  @ParameterizedTest
  @MethodSource("published")
  void namesAndCoordinatesAreComplete(Path pom) {
    boolean parent = value(pom, "/project/parent/groupId").isEmpty();
    assertThat(value(pom, parent ? "/project/groupId" : "/project/parent/groupId"))
        .isEqualTo("ai.heymilo");
    assertThat(value(pom, parent ? "/project/version" : "/project/parent/version"))
        .isEqualTo(System.getProperty("project.version"));
    for (String element : List.of("artifactId", "name", "description")) {
      assertThat(value(pom, "/project/" + element)).as(element).isNotEmpty();
    }
  }

  @Test
  void onePropertyHasTheAddressOfThePublicRepository() {
    Path parent = ROOT.resolve("pom.xml");
    for (String element :
        List.of("url", "scm/url", "issueManagement/url", "developers/developer/url")) {
      assertThat(value(parent, "/project/" + element)).as(element).isEqualTo("${public.url}");
    }
    assertThat(value(parent, "/project/scm/connection")).isEqualTo("scm:git:${public.url}");
    assertThat(value(parent, "/project/properties/public.url")).startsWith("https://");
    assertThat(value(parent, "/project/licenses/license/url")).startsWith("https://");
    assertThat(value(parent, "/project/developers/developer/name")).isNotEmpty();
  }

  private static String value(Path pom, String path) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
      return XPATH.evaluate(path, document).strip();
    } catch (Exception e) {
      throw new AssertionError(pom.toString(), e);
    }
  }
}
