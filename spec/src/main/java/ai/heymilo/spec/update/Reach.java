// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which schemas are sent and which are read, by their names in the generator's view. */
final class Reach {
  private final Set<String> sent = new HashSet<>();
  private final Set<String> read = new HashSet<>();

  Reach(JsonNode published, JsonNode view) {
    JsonNode named = view.path("components").path("schemas");
    bodies(published, named);
    for (JsonNode path : view.path("paths")) {
      for (JsonNode operation : path) {
        List.of("parameters", "requestBody").forEach(o -> follow(operation.path(o), named, sent));
        follow(operation.path("responses"), named, read);
      }
    }
    // What no operation reaches is generated too, as it is marked.
    for (Map.Entry<String, JsonNode> schema : named.properties()) {
      if (!sent.contains(schema.getKey()) && !read.contains(schema.getKey())) {
        (schema.getValue().has("x-request") ? sent : read).add(schema.getKey());
      }
    }
  }

  boolean sent(String schema) {
    return sent.contains(schema);
  }

  boolean read(String schema) {
    return read.contains(schema);
  }

  /** Of a body that is no JSON, the view has no schema: the caller builds it. */
  private void bodies(JsonNode published, JsonNode named) {
    Set<String> bodies = new HashSet<>();
    JsonNode schemas = published.path("components").path("schemas");
    for (JsonNode path : published.path("paths")) {
      path.forEach(operation -> follow(operation.path("requestBody"), schemas, bodies));
    }
    Iterator<String> keys = named.fieldNames();
    for (String name : Snapshot.names(schemas)) {
      String key = keys.next();
      if (bodies.contains(name)) {
        sent.add(key);
      }
    }
  }

  private static void follow(JsonNode from, JsonNode named, Set<String> into) {
    Deque<JsonNode> todo = new ArrayDeque<>(List.of(from));
    while (!todo.isEmpty()) {
      JsonNode node = todo.pop();
      String name = SchemaFacts.refName(node);
      if (!name.isEmpty() && into.add(name)) {
        todo.push(named.path(name));
      }
      node.forEach(todo::push);
    }
  }
}
