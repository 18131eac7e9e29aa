// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.examples;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes JSON that is valid by a schema; the same for the same seed. Not thread-safe. */
public final class Examples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEPTH = 10;
  private static final int ATTEMPTS = 40;

  private final ApiDocument document;
  private final Shapes shapes;
  private final Amount amount;
  private final Random random;
  private final Texts texts;
  private int depth;

  /** Returns a source of examples. */
  public Examples(ApiDocument document, Shapes shapes, Amount amount, long seed) {
    this.document = document;
    this.shapes = shapes;
    this.amount = amount;
    this.random = new Random(seed);
    this.texts = new Texts(amount, random);
  }

  /**
   * Returns an example of the schema at a JSON pointer, which is valid by it.
   *
   * @throws IllegalStateException when none is found
   */
  public JsonNode at(String pointer) {
    List<Finding> findings = List.of();
    for (int i = 0; i < ATTEMPTS; i++) {
      JsonNode example = of(document.at(pointer), "value");
      findings = document.schemas().check(pointer, example);
      if (findings.isEmpty()) {
        return example;
      }
    }
    throw new IllegalStateException("no example is valid by " + pointer + ": " + findings);
  }

  /** Returns an example of {@code schema}, for a field called {@code name}. */
  public JsonNode of(JsonNode schema, String name) {
    return made(shapes.of(schema), name);
  }

  private JsonNode made(ObjectNode shape, String name) {
    if (shape.has("const")) {
      return shape.get("const");
    }
    if (shape.has("enum")) {
      JsonNode values = shape.get("enum");
      JsonNode value = values.get(amount == Amount.MINIMAL ? 0 : random.nextInt(values.size()));
      return value.isNull() ? values.get(0) : value;
    }
    List<ObjectNode> branches = shapes.branches(shape);
    if (!branches.isEmpty()) {
      return made(branch(branches), name);
    }
    switch (type(shape)) {
      case "object":
        return object(shape);
      case "array":
        return array(shape, name);
      case "string":
        return JSON.textNode(texts.of(shape, name));
      case "integer":
      case "number":
        return Numbers.of(shape, name, amount, random);
      case "boolean":
        return JSON.booleanNode(amount == Amount.FULL || random.nextBoolean());
      case "null":
        return NullNode.getInstance();
      default:
        return JSON.textNode("any " + name);
    }
  }

  private ObjectNode branch(List<ObjectNode> branches) {
    List<ObjectNode> values = new ArrayList<>(branches);
    values.removeIf(Shapes::isNull);
    boolean nullable = values.size() < branches.size();
    boolean isNull =
        amount == Amount.MINIMAL
            || depth > DEPTH
            || (amount == Amount.RANDOM && random.nextInt(4) == 0);
    if (values.isEmpty() || (nullable && isNull)) {
      return JSON.objectNode().put("type", "null");
    }
    return values.get(random.nextInt(values.size()));
  }

  private String type(ObjectNode shape) {
    JsonNode type = shape.path("type");
    if (type.isArray()) {
      List<String> types = new ArrayList<>();
      type.forEach(one -> types.add(one.asText()));
      boolean nullable = types.remove("null");
      boolean isNull = types.isEmpty() || (nullable && amount == Amount.MINIMAL);
      return isNull ? "null" : types.get(random.nextInt(types.size()));
    }
    if (type.isTextual()) {
      return type.asText();
    }
    return shape.has("properties") || shape.has("additionalProperties")
        ? "object"
        : shape.has("items") ? "array" : shape.has("minLength") ? "string" : "any";
  }

  private ObjectNode object(ObjectNode shape) {
    ObjectNode object = JSON.objectNode();
    depth++;
    Set<String> required = new HashSet<>();
    shape.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : shape.path("properties").properties()) {
      if (required.contains(property.getKey()) || isThere()) {
        object.set(property.getKey(), of(property.getValue(), property.getKey()));
      }
    }
    JsonNode more = shape.path("additionalProperties");
    boolean open = more.isObject() || (more.isBoolean() && more.asBoolean());
    int least = shape.path("minProperties").asInt(open && isThere() ? object.size() + 1 : 0);
    for (int i = 1; object.size() < least; i++) {
      String key = texts.key(shape.path("propertyNames"), i);
      object.set(key, more.isObject() && !more.isEmpty() ? of(more, key) : JSON.textNode("any"));
    }
    depth--;
    return object;
  }

  private ArrayNode array(ObjectNode shape, String name) {
    ArrayNode array = JSON.arrayNode();
    int least = shape.path("minItems").asInt(0);
    int usual = amount == Amount.RANDOM ? random.nextInt(3) : isThere() ? 2 : 0;
    int size = Math.min(Math.max(least, usual), shape.path("maxItems").asInt(Integer.MAX_VALUE));
    depth++;
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; array.size() < size && i < ATTEMPTS + size; i++) {
      JsonNode fixed = shape.path("prefixItems").path(array.size());
      JsonNode item = of(fixed.isMissingNode() ? shape.path("items") : fixed, name);
      if (seen.add(item) || !shape.path("uniqueItems").asBoolean()) {
        array.add(item);
      }
    }
    depth--;
    return array;
  }

  private boolean isThere() {
    return depth <= DEPTH
        && (amount == Amount.FULL || (amount == Amount.RANDOM && random.nextBoolean()));
  }
}
