// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives a format to timestamps that only their words or their name ({@code created_at}) tell: Unix
 * seconds, Unix milliseconds or ISO 8601. Refuses times in other units, and Unix times in places
 * where they would be written as text.
 */
final class Timestamps implements Rule {
  private static final Pattern UNIX =
      words("unix (epoch )?(timestamp|time|milli\\w*)|(unix )?epoch (milli|micro|nano)?seconds");
  private static final Pattern MILLIS = words("milliseconds|millis|ms");
  private static final Pattern OTHER_UNIT = words("(micro|nano)seconds");
  private static final Pattern ISO = words("ISO[- ]?8601\\b(?!.*\\bduration)");
  private static final Pattern WHEN = words("when|time|timestamp|date|datetime|moment|instant");
  private static final Pattern NO_TIME = words("human|duration|from the start|since the start");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          String text = schema.path("description").asText();
          String type = schema.path("type").asText();
          boolean byName = isNamedSo(schema, pointer, text);
          boolean number = type.equals("number") || type.equals("integer");
          if (number && isProperty(pointer) && (UNIX.matcher(text).find() || byName)) {
            unix(schema, pointer, text, findings);
          } else if (type.equals("string")
              && !schema.has("format")
              && (ISO.matcher(text).find() || byName)) {
            schema.put("format", "date-time");
          }
        });
    document.forEachSchema(
        (schema, pointer) -> {
          for (String inner : List.of("items", "additionalProperties")) {
            refuseUnix(document, schema.path(inner), pointer + "/" + inner, findings);
          }
        });
    for (Operation operation : document.operations()) {
      for (int i = 0; i < operation.parameters().size(); i++) {
        JsonNode schema = operation.parameters().get(i).path("schema");
        String pointer = operation.pointer() + "/parameters/" + i + "/schema";
        refuseUnix(document, schema, pointer, findings);
      }
    }
  }

  private static void unix(ObjectNode schema, String pointer, String text, Findings findings) {
    if (OTHER_UNIT.matcher(text).find()) {
      findings.refuse(pointer, "a time in micro- or nanoseconds is not understood: " + text);
    }
    boolean millis = MILLIS.matcher(text).find();
    schema.put("type", "number").put("x-unix-time", true);
    schema.put("format", millis ? "unix-millis" : "unix-time");
    if (millis) {
      schema.put("x-unix-millis", true);
    }
  }

  private static void refuseUnix(
      Document document, JsonNode schema, String pointer, Findings findings) {
    if (document.resolved(schema).has("x-unix-time")) {
      findings.refuse(pointer, "a Unix time that is no property is not understood");
    }
  }

  private static boolean isProperty(String pointer) {
    return Pointers.isNamedSchema(pointer)
        || pointer.matches(".*/properties/[^/]+(/(anyOf|oneOf|allOf)/\\d+)?");
  }

  private static boolean isNamedSo(ObjectNode schema, String pointer, String text) {
    String property = Pointers.property(pointer);
    List<String> words = property == null ? List.of() : Names.words(property);
    return words.size() > 1
        && words.get(words.size() - 1).equalsIgnoreCase("at")
        && isProperty(pointer)
        && !schema.has("enum")
        && !schema.has("pattern")
        && (text.isEmpty() || WHEN.matcher(text).find())
        && !NO_TIME.matcher(text).find();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }
}
