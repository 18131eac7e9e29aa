// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Values that a document allows: at the lower or the upper end of every limit. */
final class Samples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 4;

  private final JsonNode view;
  private final boolean high;
  private final boolean all;

  /** Samples of a generator's view, with all properties or only the required ones. */
  Samples(JsonNode view, boolean high, boolean all) {
    this.view = view;
    this.high = high;
    this.all = all;
  }

  JsonNode of(JsonNode schema) {
    return value(schema, 0);
  }

  private JsonNode value(JsonNode schema, int depth) {
    JsonNode inner = schema.path("allOf").size() == 1 ? schema.path("allOf").get(0) : schema;
    String ref = inner.path("$ref").asText();
    if (!ref.isEmpty()) {
      return value(view.at(ref.substring(1)), depth + 1);
    }
    if (schema.has("oneOf")) {
      return value(schema.path("oneOf").get(0), depth);
    }
    if (schema.has("x-const") || schema.has("enum")) {
      return schema.has("x-const") ? schema.path("x-const") : schema.path("enum").get(0);
    }
    switch (schema.path("type").asText()) {
      case "string":
        return text(schema);
      case "integer":
      case "number":
        return JSON.numberNode(number(schema));
      case "boolean":
        return JSON.booleanNode(high);
      case "array":
        ArrayNode items = JSON.arrayNode();
        int size = high ? schema.path("maxItems").asInt(3) : schema.path("minItems").asInt(1);
        for (int i = 0; i < size; i++) {
          items.add(value(schema.path("items"), depth + 1));
        }
        return items;
      default:
        return object(schema, depth);
    }
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    for (var property : schema.path("properties").properties()) {
      boolean required = Sites.contains(schema.path("required"), property.getKey());
      if (required || (all && depth < DEEPEST && !property.getValue().has("x-exclusive"))) {
        object.set(property.getKey(), value(property.getValue(), depth + 1));
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      int size =
          high ? schema.path("maxProperties").asInt(2) : schema.path("minProperties").asInt(1);
      for (int i = 0; i < size; i++) {
        object.set("key" + i, value(schema.path("additionalProperties"), depth + 1));
      }
    }
    return object;
  }

  private JsonNode text(JsonNode schema) {
    if (schema.path("format").asText().equals("date-time")) {
      return JSON.textNode("2026-01-02T03:04:05Z");
    }
    if (schema.has("x-email")) {
      return JSON.textNode("a@example.org");
    }
    if (schema.has("x-e164")) {
      return JSON.textNode("+4930123456");
    }
    int length =
        high ? schema.path("maxLength").asInt(9) : Math.max(1, schema.path("minLength").asInt());
    // A capital and a digit, which a new pattern may not allow.
    return JSON.textNode(
        schema.has("pattern")
            ? "a".repeat(length)
            : ("A1" + "b".repeat(length)).substring(0, length));
  }

  private BigDecimal number(JsonNode schema) {
    if (schema.path("format").asText().startsWith("unix")) {
      return BigDecimal.valueOf(1_700_000_000L);
    }
    String end = high ? "maximum" : "minimum";
    boolean open = schema.path(high ? "exclusiveMaximum" : "exclusiveMinimum").asBoolean();
    BigDecimal value =
        schema.has(end) ? schema.path(end).decimalValue() : BigDecimal.valueOf(high ? 1003 : 1);
    BigDecimal step =
        schema.path("type").asText().equals("integer") ? BigDecimal.ONE : new BigDecimal("0.001");
    return open ? high ? value.subtract(step) : value.add(step) : value;
  }
}
