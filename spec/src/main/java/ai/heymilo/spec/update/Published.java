// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A published document, and which side sees which of its schemas. */
final class Published {
  private static final String SCHEMA_REF = "#/components/schemas/";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final int DEEPEST = 10;

  private final JsonNode root;
  private final Set<String> sent = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  Published(JsonNode root) {
    this.root = root;
    for (PublishedOperation operation : operations()) {
      reach(operation.body(), sent);
      operation.parameters().values().forEach(parameter -> reach(parameter.node(), sent));
      operation.node().path("responses").forEach(answer -> reach(resolved(answer), read));
    }
    // What no operation reaches is generated too: the name says what it is for.
    for (String name : names(schemas())) {
      if (name.endsWith("Request") && !read.contains(name) && sent.add(name)) {
        reach(schemas().path(name), sent);
      }
    }
    for (String name : names(schemas())) {
      if (!sent.contains(name) && read.add(name)) {
        reach(schemas().path(name), read);
      }
    }
  }

  JsonNode root() {
    return root;
  }

  JsonNode schemas() {
    return root.path("components").path("schemas");
  }

  List<PublishedOperation> operations() {
    List<PublishedOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : resolved(path.getValue()).properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              new PublishedOperation(this, path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  static boolean isMethod(String key) {
    return METHODS.contains(key);
  }

  /** Returns what a node refers to; the node itself if it refers to nothing. */
  JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    for (int i = 0; i < DEEPEST && found.path("$ref").asText().startsWith("#/"); i++) {
      found = root.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  Place schema(String name) {
    String pointer = "/components/schemas/" + name.replace("~", "~0").replace("/", "~1");
    return new Place(name, pointer, sent.contains(name), read.contains(name));
  }

  private void reach(JsonNode from, Set<String> into) {
    Deque<JsonNode> todo = new ArrayDeque<>(List.of(from));
    while (!todo.isEmpty()) {
      JsonNode node = todo.pop();
      String ref = node.path("$ref").asText();
      if (ref.startsWith(SCHEMA_REF) && into.add(ref.substring(SCHEMA_REF.length()))) {
        todo.push(schemas().path(ref.substring(SCHEMA_REF.length())));
      }
      node.forEach(todo::push);
    }
  }

  /** Returns the names of an object's members, in order. */
  static Set<String> names(JsonNode object) {
    Set<String> names = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Returns the names that one object or the other has: those of the first before the new ones. */
  static Set<String> names(JsonNode one, JsonNode other) {
    Set<String> names = names(one);
    names.addAll(names(other));
    return names;
  }
}
