// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges a schema with what it refers to and with its {@code allOf}. Thread-safe. */
public final class Shapes {
  private static final Set<String> LEAST =
      Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
  private static final Set<String> MOST =
      Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

  private final ApiDocument document;
  private final Map<JsonNode, ObjectNode> shapes =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<JsonNode, List<ObjectNode>> branches =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Returns the shapes of the schemas of {@code document}. */
  public Shapes(ApiDocument document) {
    this.document = document;
  }

  /**
   * Returns a schema without {@code $ref} and {@code allOf}. Its properties, items and unions are
   * the document's own nodes. The caller must not change it.
   */
  public ObjectNode of(JsonNode schema) {
    ObjectNode known = shapes.get(schema);
    if (known != null) {
      return known;
    }
    ObjectNode shape = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!keyword.getKey().equals("$ref") && !keyword.getKey().equals("allOf")) {
        shape.set(keyword.getKey(), keyword.getValue());
      }
    }
    if (schema.path("$ref").isTextual()) {
      merge(shape, of(document.at(schema.path("$ref").asText().substring(1))));
    }
    for (JsonNode part : schema.path("allOf")) {
      merge(shape, of(part));
    }
    shapes.put(schema, shape);
    return shape;
  }

  /** Returns the branches of a union, each with the keywords beside it; empty for no union. */
  public List<ObjectNode> branches(ObjectNode shape) {
    List<ObjectNode> known = branches.get(shape);
    if (known != null) {
      return known;
    }
    List<ObjectNode> found = new ArrayList<>();
    String union = shape.has("anyOf") ? "anyOf" : "oneOf";
    for (JsonNode branch : shape.path(union)) {
      ObjectNode whole = JsonNodeFactory.instance.objectNode();
      whole.setAll(shape);
      whole.remove(union);
      merge(whole, of(branch));
      found.add(whole);
    }
    branches.put(shape, found);
    return found;
  }

  /** Returns whether {@code shape} permits a null. */
  public boolean isNullable(ObjectNode shape) {
    return isNull(shape)
        || shape.path("type").toString().contains("\"null\"")
        || branches(shape).stream().anyMatch(this::isNullable);
  }

  static boolean isNull(ObjectNode shape) {
    return shape.path("type").asText().equals("null");
  }

  private static void merge(ObjectNode shape, ObjectNode part) {
    for (Map.Entry<String, JsonNode> keyword : part.properties()) {
      String name = keyword.getKey();
      JsonNode more = keyword.getValue();
      JsonNode known = shape.get(name);
      if (known == null) {
        shape.set(name, more);
      } else if (name.equals("properties")) {
        shape.set(name, properties(known, more));
      } else if (name.equals("required")) {
        shape.set(name, ((ArrayNode) known.deepCopy()).addAll((ArrayNode) more));
      } else if ((LEAST.contains(name) && more.asDouble() > known.asDouble())
          || (MOST.contains(name) && more.asDouble() < known.asDouble())) {
        shape.set(name, more);
      }
    }
  }

  private static ObjectNode properties(JsonNode known, JsonNode more) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    known.properties().forEach(one -> all.set(one.getKey(), one.getValue()));
    for (Map.Entry<String, JsonNode> one : more.properties()) {
      JsonNode both = all.get(one.getKey());
      if (both == null) {
        all.set(one.getKey(), one.getValue());
      } else if (!both.equals(one.getValue())) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.putArray("allOf").add(both).add(one.getValue());
        all.set(one.getKey(), merged);
      }
    }
    return all;
  }
}
