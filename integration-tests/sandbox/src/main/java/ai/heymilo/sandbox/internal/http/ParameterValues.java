// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.examples.Shapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a parameter as the JSON that its schema describes. */
final class ParameterValues {
  private final Shapes shapes;

  ParameterValues(Shapes shapes) {
    this.shapes = shapes;
  }

  /** Returns the value of a parameter, null when it was not sent. */
  @Nullable JsonNode of(JsonNode schema, List<String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    ObjectNode shape = shapes.of(schema);
    ObjectNode list = listed(shape);
    if (list == null) {
      return scalar(types(shape), texts.get(texts.size() - 1));
    }
    Set<String> types = types(shapes.of(list.path("items")));
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    texts.forEach(text -> values.add(scalar(types, text)));
    return values;
  }

  private @Nullable ObjectNode listed(ObjectNode shape) {
    if (shape.path("type").asText().equals("array")) {
      return shape;
    }
    for (ObjectNode branch : shapes.branches(shape)) {
      ObjectNode list = listed(branch);
      if (list != null) {
        return list;
      }
    }
    return null;
  }

  private Set<String> types(ObjectNode shape) {
    Set<String> types = new HashSet<>();
    JsonNode type = shape.path("type");
    type.forEach(one -> types.add(one.asText()));
    if (type.isTextual()) {
      types.add(type.asText());
    }
    shapes.branches(shape).forEach(branch -> types.addAll(types(branch)));
    for (JsonNode value : shape.path("enum")) {
      types.add(value.isIntegralNumber() ? "integer" : value.isNumber() ? "number" : "string");
    }
    return types;
  }

  private static JsonNode scalar(Set<String> types, String text) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (types.contains("integer") && text.matches("[+-]?\\d{1,18}")) {
      return json.numberNode(Long.parseLong(text));
    }
    if (types.contains("number")
        && text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      return json.numberNode(new BigDecimal(text));
    }
    if (types.contains("boolean") && text.matches("(?i)true|1|on|yes|t|y")) {
      return json.booleanNode(true);
    }
    if (types.contains("boolean") && text.matches("(?i)false|0|off|no|f|n")) {
      return json.booleanNode(false);
    }
    return json.textNode(text);
  }
}
