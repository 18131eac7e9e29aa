// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A schema with "may be null" taken out of it: {@code anyOf: [X, null]}, {@code type: [X, "null"]}
 * and {@code nullable: true} all say the same.
 */
final class Shape {
  private final ObjectNode keywords;
  private boolean nullable;
  private String below = "";

  private Shape(ObjectNode keywords) {
    this.keywords = keywords;
  }

  static Shape of(JsonNode schema) {
    Shape shape =
        new Shape(
            schema.isObject()
                ? ((ObjectNode) schema).deepCopy()
                : JsonNodeFactory.instance.objectNode().put("type", schema.toString()));
    shape.nullable = shape.keywords.path("nullable").asBoolean();
    shape.keywords.remove("nullable");
    shape.unwrap("anyOf");
    shape.unwrap("oneOf");
    shape.unwrapTypes();
    return shape;
  }

  private void unwrap(String union) {
    List<JsonNode> members = new ArrayList<>();
    keywords.path(union).forEach(members::add);
    int position = 0;
    while (position < members.size() && isNull(members.get(position))) {
      position++;
    }
    if (!members.removeIf(Shape::isNull)) {
      return;
    }
    nullable = true;
    if (members.size() == 1) {
      keywords.remove(union);
      below = "/" + union + "/" + position;
      for (Map.Entry<String, JsonNode> keyword : members.get(0).properties()) {
        if (!keywords.has(keyword.getKey())) {
          keywords.set(keyword.getKey(), keyword.getValue());
        }
      }
    } else {
      keywords.putArray(union).addAll(members);
    }
  }

  private static boolean isNull(JsonNode schema) {
    return schema.path("type").asText().equals("null");
  }

  private void unwrapTypes() {
    if (!keywords.path("type").isArray()) {
      return;
    }
    ArrayNode types = (ArrayNode) keywords.path("type");
    for (int i = types.size() - 1; i >= 0; i--) {
      if (types.get(i).asText().equals("null")) {
        types.remove(i);
        nullable = true;
      }
    }
    if (types.size() == 1) {
      keywords.set("type", types.get(0));
    }
  }

  boolean isNullable() {
    return nullable;
  }

  boolean has(String keyword) {
    return keywords.has(keyword);
  }

  JsonNode get(String keyword) {
    return keywords.path(keyword);
  }

  ObjectNode keywords() {
    return keywords;
  }

  /** Returns the pointer from the schema to what holds its parts. */
  String below() {
    return below;
  }

  /** Says in a word or two what a value is. */
  String type() {
    String ref = get("$ref").asText();
    if (!ref.isEmpty()) {
      return ref.substring(ref.lastIndexOf('/') + 1);
    }
    for (String union : List.of("oneOf", "anyOf", "allOf")) {
      if (has(union)) {
        return union;
      }
    }
    JsonNode type = get("type");
    if (type.isTextual()) {
      return type.asText();
    }
    return type.isMissingNode() ? "anything" : type.toString();
  }
}
