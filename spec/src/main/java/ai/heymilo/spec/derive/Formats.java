// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Drops the formats that have no bearing on how a value is read and written, the ones that nobody
 * has seen yet among them: such a value is the plain string or number that it is on the wire.
 */
final class Formats implements Rule {
  private static final Set<String> MEANT =
      Set.of("date-time", "unix-time", "int32", "int64", "email", "raw-body", "raw-bytes");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          if (!MEANT.contains(schema.path("format").asText())) {
            schema.remove("format");
          }
          JsonNode pattern = schema.path("pattern");
          if (pattern.isTextual() && isJava(pattern.asText())) {
            // JSON and Java write such literals alike.
            schema.put("x-pattern-java", pattern.toString());
          } else if (pattern.isTextual()) {
            findings.refuse(pointer, "the pattern is none of Java's: " + pattern);
          }
        });
  }

  private static boolean isJava(String pattern) {
    try {
      return !Pattern.compile(pattern).pattern().isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
