// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.heymilo.contract.testkit.Snippets;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The README's snippets compile and run, from the README's own text. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path README = ROOT.resolve("README.md");
  private static final Path SECOND = ROOT.resolve("spec/src/test/resources/documents/second.json");
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TEST_CLASS = Pattern.compile("(?m)^class (\\w+Test) ");

  /** All but the bean for Spring, which {@code .ci/new-user} starts on Spring Boot 4. */
  private static List<String> snippets() throws Exception {
    List<String> snippets = new ArrayList<>();
    Matcher java = JAVA.matcher(Files.readString(README));
    while (java.find()) {
      if (!java.group(1).startsWith("@Bean")) {
        snippets.add(java.group(1));
      }
    }
    return snippets;
  }

  @TestFactory
  Stream<DynamicTest> snippetsCompileAndRun() throws Exception {
    List<String> snippets = snippets();
    assertThat(snippets).hasSizeGreaterThan(5);
    Map<String, Snippets> compiled = new LinkedHashMap<>();
    return Stream.concat(
        snippets.stream()
            .map(
                snippet ->
                    DynamicTest.dynamicTest(firstLine(snippet), () -> compile(snippet, compiled))),
        Stream.of(DynamicTest.dynamicTest("all of them run", () -> run(compiled))));
  }

  /** The headings that readers search for, and links from elsewhere lead to. */
  @Test
  void headingsStand() throws Exception {
    assertThat(Files.readAllLines(README))
        .filteredOn(line -> line.startsWith("## "))
        .extracting(line -> line.substring(3))
        .contains(
            "Installation",
            "Project layout",
            "Paging",
            "Asynchronous calls",
            "Errors",
            "Retries and rate limits",
            "Timeouts",
            "Raw responses and stubs",
            "Performance",
            "Updating the OpenAPI document")
        .doesNotHaveDuplicates()
        .allMatch(heading -> heading.matches("[A-Z].*[^.:?!]") && heading.length() <= 40);
  }

  private static String firstLine(String snippet) {
    return snippet.lines().findFirst().orElseThrow();
  }

  private static void compile(String snippet, Map<String, Snippets> compiled) throws Exception {
    Matcher testClass = TEST_CLASS.matcher(snippet);
    if (testClass.find()) {
      assumeThat(operations(BundledDocument.bytes()))
          .as("the document of the build")
          .containsAll(received(snippet));
      TestClasses.compileAndRun(testClass.group(1), snippet);
    } else if (snippet.startsWith("module ")) {
      assertThat(Snippets.compileModule(snippet).errors()).isEmpty();
    } else {
      String className = "Readme" + compiled.size();
      Snippets statements = Snippets.compile(className, own(snippet));
      assertThat(statements.errors()).isEmpty();
      compiled.put(className, statements);
    }
  }

  /** A snippet may make a client of its own where there is one already: inside a method it may. */
  private static String own(String snippet) {
    return "new Object() { void own() throws Exception {\n" + snippet + "\n} }.own();";
  }

  /** In a process of its own, because a client reads its key from the environment. */
  private static void run(Map<String, Snippets> compiled) throws Exception {
    assertThat(compiled).hasSizeGreaterThan(5);
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
      sandbox.template("IT_abc123");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-cp");
      command.add(
          compiled.values().stream()
                  .map(snippet -> snippet.classes() + File.pathSeparator)
                  .collect(Collectors.joining())
              + System.getProperty("java.class.path"));
      command.add(SnippetRunner.class.getName());
      command.addAll(compiled.keySet());
      ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
      java.directory(Files.createTempDirectory("readme").toFile()); // a snippet writes a file
      java.environment().put("HEYMILO_API_KEY", sandbox.apiKey());
      java.environment().put("HEYMILO_BASE_URL", sandbox.baseUrl());
      Process process = java.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    }
  }

  /**
   * All run when the build is made of the second document; a name that is wrong is found in each.
   */
  @Test
  void testsHaveTenLinesAndNameOperations() throws Exception {
    List<String> known = operations(Files.readAllBytes(SECOND));

    assertThat(snippets())
        .filteredOn(snippet -> TEST_CLASS.matcher(snippet).find())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            snippet -> {
              assertThat(snippet.lines().filter(line -> !line.isBlank()))
                  .hasSizeLessThanOrEqualTo(10);
              assertThat(received(snippet)).isNotEmpty().isSubsetOf(known);
            });
  }

  /** Returns the operations that a test expects to be called. */
  private static List<String> received(String snippet) {
    return Pattern.compile("received\\(\"(\\w+)\"\\)")
        .matcher(snippet)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> operations(byte[] document) throws Exception {
    return new ObjectMapper().readTree(document).findValuesAsText("operationId");
  }

  @Test
  void everyArtifactThatIsNamedIsOneOfOursAndOfThisVersion() throws Exception {
    String readme = Files.readString(README);
    List<String> published = published();
    Matcher maven =
        Pattern.compile("<artifactId>(heymilo-[^<]*)</artifactId>\\s*<version>([^<]*)</version>")
            .matcher(readme);
    assertThat(maven.results())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            named -> {
              assertThat(published).contains(named.group(1));
              assertThat(named.group(2)).isEqualTo(version());
            });
    Matcher gradle = Pattern.compile("\"ai\\.heymilo:([a-z-]+)(?::([^\"]+))?\"").matcher(readme);
    assertThat(gradle.results())
        .hasSizeGreaterThan(2)
        .allSatisfy(
            named -> {
              assertThat(published).contains(named.group(1));
              assertThat(named.group(2)).isIn(null, version());
            });
  }

  /** What the BOM lists, and the BOM. */
  private static List<String> published() throws Exception {
    Matcher artifact =
        Pattern.compile("<artifactId>(heymilo-[^<]*)</artifactId>")
            .matcher(Files.readString(ROOT.resolve("fluent-api/bom/pom.xml")));
    return artifact.results().map(found -> found.group(1)).toList();
  }

  private static String version() throws Exception {
    Matcher version =
        Pattern.compile("<version>([^<]*)</version>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  @Test
  void theVersionsThatAreSaidToBeSupportedAreThoseOfTheBuild() throws Exception {
    String parent = Files.readString(ROOT.resolve("pom.xml"));
    String consumers = Files.readString(ROOT.resolve("integration-tests/consumers/pom.xml"));
    String starter =
        Files.readString(ROOT.resolve("integration-tests/spring-boot-starter/pom.xml"));
    assertThat(Files.readString(README))
        .contains(
            "| Jackson | "
                + property(consumers, "jackson.lowest.version")
                + " | "
                + property(parent, "jackson.version")
                + " |")
        .contains("| Java | " + property(parent, "maven.compiler.release") + " ")
        .contains("starter " + property(starter, "maven.compiler.release"));
    assertThat(Files.readString(README))
        .contains(
            "| Spring Boot | "
                + minor(starter, "spring-boot.version")
                + " | "
                + minor(starter, "spring-boot-4.version")
                + " |")
        .contains("| Kotlin | " + minor(consumers, "kotlin.version") + " |")
        .contains("| " + minor(consumers, "junit.newest.version") + " |");
  }

  private static String minor(String pom, String name) {
    return property(pom, name).replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  private static String property(String pom, String name) {
    Matcher property = Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)<").matcher(pom);
    assertThat(property.find()).as(name).isTrue();
    return property.group(1);
  }

  @Test
  void theTwoCommandsStandInTheirOrder() throws Exception {
    assertThat(Files.readString(README))
        .contains("```\nmvn -q -Pquickstart verify\nmvn verify\n```");
  }

  @Test
  void theReadmeIsShort() throws Exception {
    assertThat(Files.readAllLines(README)).hasSizeLessThan(450);
  }
}
