// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps beside each schema what the rules take out of it ({@code x-written}), so that the
 * generator's view still tells what a document says: defaults, formats, what an answer may leave
 * null.
 */
final class Written {
  static final String KEY = "x-written";
  private static final List<String> UNIONS = List.of("anyOf", "oneOf", "allOf");

  /** What the view says itself, or what is kept in another way. */
  private static final Set<String> ELSEWHERE =
      Set.of("properties", "required", "items", "anyOf", "oneOf", "allOf", "$ref", "nullable");

  private Written() {}

  /** Annotates all schemas of a document. */
  static void keep(ObjectNode document) {
    document.at("/components/schemas").forEach(Written::schema);
    outside(document.path("paths"));
    document
        .path("components")
        .properties()
        .forEach(
            part -> {
              if (!part.getKey().equals("schemas")) {
                outside(part.getValue());
              }
            });
  }

  private static void outside(JsonNode node) {
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (child.getKey().equals("schema")) {
        schema(child.getValue());
      } else if (!child.getKey().startsWith("x-") && !child.getKey().startsWith("example")) {
        outside(child.getValue());
      }
    }
    if (node.isArray()) {
      node.forEach(Written::outside);
    }
  }

  private static void schema(JsonNode schema) {
    if (!schema.isObject()) {
      return;
    }
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    collect(schema, written);
    schema.path("properties").forEach(Written::schema);
    schema(schema.path("items"));
    schema(schema.path("additionalProperties"));
    UNIONS.forEach(union -> schema.path(union).forEach(Written::schema));
    if (!schema.has("$ref") || schema.size() > 1) {
      ((ObjectNode) schema).set(KEY, written);
    }
  }

  /** Collects the keywords, those of {@code X} in {@code anyOf: [X, null]} among them. */
  private static void collect(JsonNode schema, ObjectNode written) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      boolean values = keyword.getKey().equals("additionalProperties");
      if (!ELSEWHERE.contains(keyword.getKey()) && !(values && keyword.getValue().isObject())) {
        written.putIfAbsent(keyword.getKey(), keyword.getValue().deepCopy());
      }
    }
    for (JsonNode name : schema.path("required")) {
      if (!schema.path("properties").has(name.asText())) {
        written.withArray("/required").add(name);
      }
    }
    boolean nullable = schema.path("nullable").asBoolean();
    ArrayNode types = JsonNodeFactory.instance.arrayNode();
    for (JsonNode type : schema.path("type")) {
      nullable |= type.asText().equals("null");
      types.add(type);
    }
    if (!types.isEmpty()) {
      // One type and null is that type, as in a union.
      types.removeIf(type -> type.asText().equals("null"));
      written.set("type", types.size() == 1 ? types.get(0) : types);
    }
    for (String union : UNIONS) {
      ArrayNode members = JsonNodeFactory.instance.arrayNode();
      for (JsonNode member : schema.path(union)) {
        if (member.path("type").asText().equals("null")) {
          nullable = true;
        } else {
          members.add(member.has("$ref") ? member.path("$ref") : member.deepCopy());
        }
      }
      if (members.size() == 1 && nullable && !union.equals("allOf")) {
        int at = isNull(schema.path(union).get(0)) ? 1 : 0;
        written.put("below", "/" + union + "/" + at);
        collect(schema.path(union).get(at), written);
      } else if (!members.isEmpty()) {
        written.set(union, members);
      }
    }
    if (nullable) {
      written.put("null", true);
    }
  }

  private static boolean isNull(JsonNode schema) {
    return schema.path("type").asText().equals("null");
  }
}
