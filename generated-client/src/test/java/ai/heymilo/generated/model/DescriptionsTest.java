// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Published;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every property has its own description of the document, and none has another's. */
class DescriptionsTest {
  private static final Path SOURCES =
      Path.of("target/generated-sources/openapi/src/main/java/ai/heymilo/generated/model");

  @Test
  void everyPropertyHasItsOwnDescription() throws Exception {
    List<String> wrong = new ArrayList<>();
    int described = 0;
    for (String schema : Published.objects()) {
      String source = Files.readString(SOURCES.resolve(Published.className(schema) + ".java"));
      for (Map.Entry<String, JsonNode> property :
          Published.SCHEMAS.path(schema).path("properties").properties()) {
        String expected = plain(property.getValue().path("description").asText());
        String actual = ofGetter(source, property.getKey());
        if (!expected.isEmpty()) {
          described++;
        }
        String own = "The " + property.getKey() + " property.";
        boolean right =
            expected.isEmpty()
                ? actual.equals(own) || actual.matches("(Length|Range|Size|The server's) .*")
                : actual.startsWith(expected.replaceAll("\\.$", ""));
        if (!right) {
          wrong.add(schema + "." + property.getKey() + ": " + actual + " <> " + expected);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(described).isPositive();
  }

  @Test
  void everyObjectHasItsOwnDescription() throws Exception {
    for (String schema : Published.objects()) {
      String source = Files.readString(SOURCES.resolve(Published.className(schema) + ".java"));
      String expected = plain(Published.SCHEMAS.path(schema).path("description").asText());
      String actual = plain(source.substring(source.indexOf("/**") + 3, source.indexOf("*/")));

      assertThat(actual)
          .startsWith(
              expected.isEmpty()
                  ? "The " + Published.className(schema) + " object of the API."
                  : expected);
    }
  }

  private static String ofGetter(String source, String property) {
    Matcher comment =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*?)\\* @return the <code>"
                    + Pattern.quote(property)
                    + "</code> property",
                Pattern.DOTALL)
            .matcher(source);
    assertThat(comment.find()).as(property).isTrue();
    return plain(comment.group(1));
  }

  /** Returns text without markup of any kind. */
  private static String plain(String text) {
    return text.replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("</?(code|b|p)>", "")
        .replaceAll("`|\\*\\*", "")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#64;", "@")
        .replace("&#92;", "\\")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
