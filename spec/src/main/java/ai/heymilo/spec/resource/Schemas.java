// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** Looks into the schemas of a document, whether they are published or derived. */
final class Schemas {
  private static final String REF = "#/components/schemas/";
  private static final int DEEPEST = 20;

  private final JsonNode root;

  Schemas(JsonNode root) {
    this.root = root;
  }

  /** Returns the name of the schema that a node refers to, through {@code allOf}, too; or "". */
  static String refName(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    if (ref.startsWith(REF)) {
      return ref.substring(REF.length());
    }
    JsonNode only = onlyMember(schema);
    return only.isMissingNode() ? "" : refName(only);
  }

  /** Returns what a schema comes to: references followed, {@code null} left out of a choice. */
  JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    for (int depth = 0; depth < DEEPEST; depth++) {
      String ref = found.path("$ref").asText();
      JsonNode next = ref.startsWith("#/") ? root.at(ref.substring(1)) : onlyMember(found);
      if (next.isMissingNode()) {
        return found;
      }
      found = next;
    }
    return found;
  }

  /** Returns a property of an object, also one that a part of an {@code allOf} brings. */
  JsonNode property(JsonNode schema, String name) {
    return property(schema, name, 0);
  }

  private JsonNode property(JsonNode schema, String name, int depth) {
    JsonNode object = resolved(schema);
    JsonNode found = object.path("properties").path(name);
    if (found.isMissingNode() && depth < DEEPEST) {
      for (JsonNode part : object.path("allOf")) {
        JsonNode inherited = property(part, name, depth + 1);
        found = inherited.isMissingNode() ? found : inherited;
      }
    }
    return found.isMissingNode() && depth < DEEPEST ? ofAllMembers(object, name, depth) : found;
  }

  /** Returns a property that every member of a union has. */
  private JsonNode ofAllMembers(JsonNode union, String name, int depth) {
    JsonNode found = MissingNode.getInstance();
    for (String keyword : List.of("oneOf", "anyOf")) {
      for (JsonNode member : union.path(keyword)) {
        found = property(member, name, depth + 1);
        if (found.isMissingNode()) {
          return found;
        }
      }
    }
    return found;
  }

  boolean isArray(JsonNode schema) {
    JsonNode resolved = resolved(schema);
    return resolved.path("items").isObject() || hasType(resolved, "array");
  }

  static boolean hasType(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    boolean found = types.asText().equals(type);
    for (JsonNode one : types) {
      found |= one.asText().equals(type);
    }
    return found;
  }

  private static JsonNode onlyMember(JsonNode schema) {
    JsonNode only = MissingNode.getInstance();
    int count = 0;
    for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
      for (JsonNode member : schema.path(keyword)) {
        if (!member.path("type").asText().equals("null")) {
          only = member;
          count++;
        }
      }
    }
    return count == 1 && !schema.has("properties") ? only : MissingNode.getInstance();
  }
}
