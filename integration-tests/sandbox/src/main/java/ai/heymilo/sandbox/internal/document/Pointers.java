// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds places of the document by JSON pointer, through its references. */
final class Pointers {
  private final JsonNode root;

  Pointers(JsonNode root) {
    this.root = root;
  }

  /** Returns where a chain of {@code $ref} that starts at {@code pointer} ends. */
  String followed(String pointer) {
    String at = pointer;
    while (root.at(at).path("$ref").isTextual()) {
      at = root.at(at).path("$ref").asText().substring(1);
    }
    return at;
  }

  /**
   * Returns the media types of a request body or an answer, each with the pointer to its schema.
   */
  Map<String, String> contents(String pointer) {
    Map<String, String> contents = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : root.at(pointer).path("content").properties()) {
      contents.put(one.getKey(), pointer + "/content/" + escaped(one.getKey()) + "/schema");
    }
    return contents;
  }

  /** Returns the headers of an answer, each with the pointer to its schema. */
  Map<String, String> headers(String pointer) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : root.at(pointer).path("headers").properties()) {
      headers.put(
          one.getKey(), followed(pointer + "/headers/" + escaped(one.getKey())) + "/schema");
    }
    return headers;
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
