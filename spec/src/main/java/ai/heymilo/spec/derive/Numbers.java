// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes equal numbers alike ({@code 10.0} as {@code 10}), exclusive limits as OpenAPI 3.1 does,
 * and of two limits for one end the tighter. Refuses limits that are no numbers.
 */
final class Numbers implements Rule {
  private static final List<String> VALUES = List.of("default", "const");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          normalise(schema, pointer, findings);
          exclusive(schema, "exclusiveMinimum", "minimum", 1);
          exclusive(schema, "exclusiveMaximum", "maximum", -1);
        });
  }

  private static void normalise(ObjectNode schema, String pointer, Findings findings) {
    for (String keyword : Checks.NUMBERS) {
      JsonNode value = schema.path(keyword);
      boolean flag = value.isBoolean() && keyword.startsWith("exclusive");
      if (value.isNumber()) {
        schema.set(keyword, normal(value));
      } else if (schema.has(keyword) && !flag) {
        findings.refuse(pointer, "the limit '" + keyword + "' is no number: " + value);
      }
    }
    for (String keyword : Checks.COUNTS) {
      JsonNode value = normal(schema.path(keyword));
      if (value.canConvertToInt() && value.isIntegralNumber()) {
        schema.set(keyword, value);
      } else if (schema.has(keyword)) {
        findings.refuse(
            pointer, "the limit '" + keyword + "' is no whole number of 32 bits: " + value);
      }
    }
    for (String keyword : VALUES) {
      if (schema.path(keyword).isNumber()) {
        schema.set(keyword, normal(schema.path(keyword)));
      }
    }
    if (schema.path("enum").isArray()) {
      ArrayNode values = (ArrayNode) schema.path("enum");
      for (int i = 0; i < values.size(); i++) {
        values.set(i, normal(values.get(i)));
      }
    }
  }

  /** Returns a number without a fraction of zeros; anything else as it is. */
  private static JsonNode normal(JsonNode value) {
    return value.isFloatingPointNumber() ? Document.number(value.decimalValue()) : value;
  }

  /** A truth value, as in OpenAPI 3.0, makes the other limit exclusive. */
  private static void exclusive(ObjectNode schema, String exclusive, String inclusive, int sign) {
    JsonNode value = schema.path(exclusive);
    if (value.isBoolean()) {
      schema.remove(exclusive);
      if (value.asBoolean() && schema.has(inclusive)) {
        schema.set(exclusive, schema.remove(inclusive));
      }
    } else if (value.isNumber() && schema.path(inclusive).isNumber()) {
      int order = value.decimalValue().compareTo(schema.path(inclusive).decimalValue()) * sign;
      schema.remove(order >= 0 ? inclusive : exclusive);
    }
  }
}
