// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** Adds the keywords of one schema to those of another, so that a value has to satisfy both. */
final class Tighter {
  private Tighter() {}

  /** Adds keywords; where both schemas state one, the tighter limit counts, else the first. */
  static void add(ObjectNode schema, JsonNode part) {
    for (Map.Entry<String, JsonNode> keyword : part.properties()) {
      JsonNode own = schema.path(keyword.getKey());
      schema.set(
          keyword.getKey(),
          own.isMissingNode()
              ? keyword.getValue()
              : both(keyword.getKey(), own, keyword.getValue()));
    }
  }

  private static JsonNode both(String keyword, JsonNode own, JsonNode other) {
    switch (keyword) {
      case "properties":
        return properties((ObjectNode) own, other);
      case "required":
        return ((ArrayNode) own).addAll((ArrayNode) other);
      case "pattern":
        return own.equals(other) ? own : list(own).addAll(list(other));
      case "enum":
        ((ArrayNode) own).removeIf(value -> !contains(other, value));
        return own;
      case "multipleOf":
        return multiple(own, other);
      case "type":
        return other.asText().equals("integer") && own.asText().equals("number") ? other : own;
      case "uniqueItems":
        return own.asBoolean() ? own : other;
      default:
        return Checks.KEYWORDS.contains(keyword) ? limit(keyword, own, other) : own;
    }
  }

  private static ObjectNode properties(ObjectNode own, JsonNode others) {
    for (Map.Entry<String, JsonNode> property : others.properties()) {
      JsonNode first = own.path(property.getKey());
      if (first.isMissingNode()) {
        own.set(property.getKey(), property.getValue());
      } else if (!first.has("$ref") && !property.getValue().has("$ref")) {
        add((ObjectNode) first, property.getValue());
      }
    }
    return own;
  }

  private static JsonNode limit(String keyword, JsonNode own, JsonNode other) {
    int order = own.decimalValue().compareTo(other.decimalValue());
    boolean most = keyword.startsWith("max") || keyword.equals("exclusiveMaximum");
    return most == order < 0 ? own : other;
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode one : values) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static ArrayNode list(JsonNode value) {
    return value.isArray() ? (ArrayNode) value : Document.array().add(value);
  }

  /** Returns the least number that is a multiple of both. */
  private static JsonNode multiple(JsonNode own, JsonNode other) {
    BigDecimal one = own.decimalValue();
    BigDecimal two = other.decimalValue();
    int scale = Math.max(0, Math.max(one.scale(), two.scale()));
    var first = one.movePointRight(scale).toBigIntegerExact();
    var second = two.movePointRight(scale).toBigIntegerExact();
    var least = first.multiply(second).divide(first.gcd(second));
    return Document.number(new BigDecimal(least, scale));
  }
}
