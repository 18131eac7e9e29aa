// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Turns {@code const} into {@code x-const}, so that a property with one value needs no enum. In
 * requests the literal stands beside it ({@code x-const-java}): there it is written, never set.
 */
final class Constants implements Rule {
  static final String CONST = "x-const";
  static final String CONST_JAVA = "x-const-java";

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          JsonNode value = schema.remove("const");
          if (value == null
              && schema.path("enum").size() == 1
              && !Pointers.isNamedSchema(pointer)) {
            value = schema.remove("enum").get(0);
          }
          if (value == null) {
            return;
          }
          if (!value.isTextual() && !value.isBoolean() && !value.isIntegralNumber()) {
            findings.refuse(pointer, "a constant that is no string, integer or boolean: " + value);
            return;
          }
          if (!WireNames.isPlain(value.asText())) {
            findings.refuse(
                pointer, "a constant with characters that are not understood: " + value);
            return;
          }
          schema.set(CONST, value);
          if (isSent(document, pointer)) {
            // JSON and Java write such literals alike.
            schema.put(CONST_JAVA, value.toString());
          }
          if (!schema.has("type")) {
            schema.put(
                "type", value.isTextual() ? "string" : value.isBoolean() ? "boolean" : "integer");
          }
        });
  }

  private static boolean isSent(Document document, String pointer) {
    return document
        .schemas()
        .path(String.valueOf(Pointers.namedSchema(pointer)))
        .has(MarkBodies.REQUEST);
  }
}
