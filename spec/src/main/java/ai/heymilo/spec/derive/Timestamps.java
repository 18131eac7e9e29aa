// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Gives timestamps that the document calls so only in words their format. */
final class Timestamps implements Rule {
  private static final Pattern UNIX =
      Pattern.compile(
          "\\bunix (epoch )?(timestamp|time)\\b|\\bepoch seconds\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ISO =
      Pattern.compile("\\bISO[- ]?8601\\b(?!.*\\bduration\\b)", Pattern.CASE_INSENSITIVE);

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          String text = schema.path("description").asText();
          if (isNumber(schema) && UNIX.matcher(text).find()) {
            schema.put("type", "number").put("format", "unix-time").put("x-unix-time", true);
          } else if (schema.path("type").asText().equals("string")
              && !schema.has("format")
              && ISO.matcher(text).find()) {
            schema.put("format", "date-time");
          }
        });
  }

  private static boolean isNumber(ObjectNode schema) {
    String type = schema.path("type").asText();
    return type.equals("number") || type.equals("integer");
  }
}
