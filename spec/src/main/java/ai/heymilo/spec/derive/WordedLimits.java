// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns limits that the document states only in words into keywords that templates can check. */
final class WordedLimits implements Rule {
  private static final Pattern MAP_SIZES =
      Pattern.compile(
          "[Uu]p to (\\d+) keys, each key max (\\d+) char\\w*, each value max (\\d+) char");
  private static final Pattern E164 = Pattern.compile("\\bE\\.164\\b");
  private static final Pattern EMAIL =
      Pattern.compile("\\be-?mail address\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          String text = schema.path("description").asText();
          Matcher sizes = MAP_SIZES.matcher(text);
          if (schema.has("additionalProperties") && sizes.find()) {
            schema.put("maxProperties", Integer.parseInt(sizes.group(1)));
            schema.put("x-max-key-length", Integer.parseInt(sizes.group(2)));
            schema.put("x-max-value-length", Integer.parseInt(sizes.group(3)));
          }
          if (schema.path("type").asText().equals("string")) {
            String format = schema.path("format").asText();
            if (E164.matcher(text).find()) {
              schema.put("x-e164", true);
            } else if (format.equals("email") || EMAIL.matcher(text).find()) {
              schema.put("x-email", true);
            }
          }
        });
  }
}
