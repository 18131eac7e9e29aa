// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Builds examples of the document's schemas, as the published document states them; only which
 * values are times is asked of its view.
 */
public final class Examples {
  /** Which optional properties an example has, and which of its values are null. */
  public enum Shape {
    ALL,
    REQUIRED,
    NULLS,
    RANDOM
  }

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;

  private final Shape shape;
  private final Random random;
  private int counter;

  public Examples(Shape shape, long seed) {
    this.shape = shape;
    this.random = new Random(seed);
  }

  public JsonNode of(String schema) {
    return of(Published.SCHEMAS.path(schema), Published.view(schema), 0);
  }

  private JsonNode of(JsonNode schema, JsonNode view, int depth) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText().replaceAll(".*/", "");
      return of(Published.SCHEMAS.path(name), Published.view(name), depth + 1);
    }
    for (String union : new String[] {"anyOf", "oneOf"}) {
      if (schema.has(union)) {
        return ofUnion(schema.path(union), view, depth);
      }
    }
    if (schema.has("allOf")) {
      return of(schema.at("/allOf/0"), view, depth);
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    switch (schema.path("type").asText()) {
      case "object":
        return schema.has("properties")
            ? ofObject(schema, view, depth)
            : ofMap(schema, view, depth);
      case "array":
        return ofArray(schema, view, depth);
      case "string":
        return JSON.textNode(text(view));
      case "integer":
        return JSON.numberNode(schema.path("minimum").asInt(0) + random.nextInt(5));
      case "number":
        return view.path("format").asText().startsWith("unix-")
            ? JSON.numberNode(1767225600L + counter++)
            : JSON.numberNode(random.nextInt(1000) / 100d);
      case "boolean":
        return JSON.booleanNode(random.nextBoolean());
      default:
        return JSON.textNode("anything " + counter++);
    }
  }

  private JsonNode ofUnion(JsonNode members, JsonNode view, int depth) {
    boolean nullable = false;
    ArrayNode values = JSON.arrayNode();
    for (JsonNode member : members) {
      if (member.path("type").asText().equals("null")) {
        nullable = true;
      } else {
        values.add(member);
      }
    }
    if (nullable && (shape == Shape.NULLS || (shape == Shape.RANDOM && random.nextInt(4) == 0))) {
      return JSON.nullNode();
    }
    return of(values.get(random.nextInt(values.size())), view, depth);
  }

  private ObjectNode ofObject(JsonNode schema, JsonNode view, int depth) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean wanted =
          shape == Shape.ALL
              || shape == Shape.NULLS
              || (shape == Shape.RANDOM && random.nextBoolean());
      if (required.contains(property.getKey()) || (wanted && depth < DEEPEST)) {
        JsonNode inView = below(view, "properties").path(property.getKey());
        object.set(property.getKey(), of(property.getValue(), inView, depth + 1));
      }
    }
    if (shape == Shape.RANDOM && random.nextInt(3) == 0) {
      object.put("x_not_in_the_document", counter++);
    }
    return object;
  }

  /** Returns a part of a view, behind the reference that an inline object is in it. */
  private static JsonNode below(JsonNode view, String part) {
    String ref = view.path("$ref").asText(view.at("/allOf/0/$ref").asText());
    return (ref.isEmpty() ? view : Published.VIEW.at(ref.substring(1))).path(part);
  }

  private ObjectNode ofMap(JsonNode schema, JsonNode view, int depth) {
    ObjectNode map = JSON.objectNode();
    JsonNode values = schema.path("additionalProperties");
    JsonNode inView = below(view, "additionalProperties");
    map.set(
        "key " + counter++,
        values.isObject() ? of(values, inView, depth + 1) : JSON.numberNode(1.5));
    return map;
  }

  private ArrayNode ofArray(JsonNode schema, JsonNode view, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = shape == Shape.RANDOM ? random.nextInt(3) : 2;
    for (int i = 0; i < size; i++) {
      array.add(of(schema.path("items"), below(view, "items"), depth + 1));
    }
    return array;
  }

  private String text(JsonNode view) {
    return view.path("format").asText().equals("date-time")
        ? "2026-01-01T00:00:0" + random.nextInt(10) + "Z"
        : "text ü " + counter++;
  }
}
