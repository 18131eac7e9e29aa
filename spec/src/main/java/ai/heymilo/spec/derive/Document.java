// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document being rewritten, with the walks that the rules need. */
final class Document {
  static final String SCHEMA_REF = "#/components/schemas/";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final ObjectNode root;

  Document(ObjectNode root) {
    this.root = root;
  }

  ObjectNode root() {
    return root;
  }

  /** Returns the named schemas, in document order; an empty object where the document has none. */
  ObjectNode schemas() {
    return root.withObject("/components").withObject("/schemas");
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operations.add(
                                new Operation(
                                    path.getKey(),
                                    method.getKey(),
                                    (ObjectNode) method.getValue(),
                                    (ObjectNode) path.getValue()));
                          }
                        }));
    return operations;
  }

  /** Visits every schema of the document, the parts of a schema before the schema itself. */
  void forEachSchema(BiConsumer<ObjectNode, String> visitor) {
    schemas()
        .properties()
        .forEach(
            e ->
                visitSchema(
                    e.getValue(), "/components/schemas/" + Pointers.escape(e.getKey()), visitor));
    root.path("components")
        .properties()
        .forEach(
            e -> {
              if (!e.getKey().equals("schemas")) {
                visitOutside(e.getValue(), "/components/" + e.getKey(), visitor);
              }
            });
    visitOutside(root.path("paths"), "/paths", visitor);
  }

  /** Visits the parts of one schema, then the schema. */
  static void visitSchema(JsonNode node, String pointer, BiConsumer<ObjectNode, String> visitor) {
    if (!node.isObject()) {
      return;
    }
    ObjectNode schema = (ObjectNode) node;
    forEachPart(schema, (part, at) -> visitSchema(part, pointer + at, visitor));
    visitor.accept(schema, pointer);
  }

  private static void forEachPart(ObjectNode schema, BiConsumer<JsonNode, String> visitor) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      visitor.accept(property.getValue(), "/properties/" + Pointers.escape(property.getKey()));
    }
    for (String one : List.of("items", "additionalProperties", "propertyNames", "not")) {
      if (schema.path(one).isObject()) {
        visitor.accept(schema.path(one), "/" + one);
      }
    }
    for (String many : List.of("anyOf", "oneOf", "allOf")) {
      int i = 0;
      for (JsonNode member : schema.path(many)) {
        visitor.accept(member, "/" + many + "/" + i++);
      }
    }
  }

  private static void visitOutside(
      JsonNode node, String pointer, BiConsumer<ObjectNode, String> visitor) {
    if (node.isArray()) {
      int i = 0;
      for (JsonNode item : node) {
        visitOutside(item, pointer + "/" + i++, visitor);
      }
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      String key = child.getKey();
      String at = pointer + "/" + Pointers.escape(key);
      if (key.equals("schema")) {
        visitSchema(child.getValue(), at, visitor);
      } else if (!key.startsWith("x-") && !key.startsWith("example")) {
        visitOutside(child.getValue(), at, visitor);
      }
    }
  }

  /** Returns the names of the schemas reachable from a request body. */
  Set<String> sentSchemas() {
    Set<String> sent = new LinkedHashSet<>();
    operations().forEach(operation -> reach(operation.node().path("requestBody"), sent));
    return sent;
  }

  /**
   * Returns the names of the schemas that describe what a caller sends: those reachable from a
   * request body, and, among those that no operation reaches, the ones whose name ends in {@code
   * Request} with all that they reach.
   */
  Set<String> requestSchemas() {
    Set<String> requests = sentSchemas();
    Set<String> responses = new LinkedHashSet<>();
    operations().forEach(operation -> reach(operation.node().path("responses"), responses));
    schemas()
        .properties()
        .forEach(
            e -> {
              String name = e.getKey();
              if (name.endsWith("Request") && !responses.contains(name) && requests.add(name)) {
                reach(e.getValue(), requests);
              }
            });
    return requests;
  }

  /**
   * Returns the names of the schemas that describe a change: those reachable from the body of a
   * PATCH, and those that say what is in a property which such a body leaves open ({@code config}).
   */
  Set<String> changingSchemas() {
    Set<String> changing = new LinkedHashSet<>();
    for (Operation operation : operations()) {
      if (operation.method().equals("patch")) {
        reach(operation.node().path("requestBody"), changing);
      }
    }
    Set<String> open = new LinkedHashSet<>();
    for (String name : changing) {
      for (Map.Entry<String, JsonNode> property :
          schemas().path(name).path("properties").properties()) {
        if (property.getValue().path("additionalProperties").asBoolean()) {
          open.add(property.getKey());
        }
      }
    }
    for (String name : requestSchemas()) {
      for (String property : open) {
        reach(schemas().path(name).path("properties").path(property), changing);
      }
    }
    return changing;
  }

  private void reach(JsonNode from, Set<String> into) {
    Deque<JsonNode> todo = new ArrayDeque<>(List.of(from));
    while (!todo.isEmpty()) {
      forEachRef(
          todo.pop(),
          holder -> {
            String name = refName(holder);
            if (name != null && into.add(name)) {
              todo.add(schemas().path(name));
            }
          });
    }
  }

  /** Visits every object below (and with) {@code node} that has a {@code $ref} to a schema. */
  static void forEachRef(JsonNode node, Consumer<ObjectNode> visitor) {
    if (refName(node) != null) {
      visitor.accept((ObjectNode) node);
    }
    for (Iterator<JsonNode> it = node.elements(); it.hasNext(); ) {
      forEachRef(it.next(), visitor);
    }
  }

  /** Returns the name of the schema that {@code node} refers to, or null if it refers to none. */
  static @Nullable String refName(JsonNode node) {
    String ref = node.path("$ref").asText("");
    return ref.startsWith(SCHEMA_REF) ? ref.substring(SCHEMA_REF.length()) : null;
  }

  /** Returns what a schema refers to, however often; the schema itself if it refers to nothing. */
  JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    Set<String> seen = new LinkedHashSet<>();
    for (String name = refName(found); name != null && seen.add(name); name = refName(found)) {
      found = schemas().path(name);
    }
    return found;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode number(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        ? number(value.toBigIntegerExact())
        : DecimalNode.valueOf(value.stripTrailingZeros());
  }

  private static JsonNode number(BigInteger value) {
    return value.bitLength() < Integer.SIZE
        ? JsonNodeFactory.instance.numberNode(value.intValue())
        : value.bitLength() < Long.SIZE
            ? JsonNodeFactory.instance.numberNode(value.longValue())
            : JsonNodeFactory.instance.numberNode(value);
  }

  static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
