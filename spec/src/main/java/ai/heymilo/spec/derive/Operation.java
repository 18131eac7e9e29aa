// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of a document, with the path item that holds it. */
final class Operation {
  private final String path;
  private final String method;
  private final ObjectNode node;
  private final ObjectNode pathItem;

  Operation(String path, String method, ObjectNode node, ObjectNode pathItem) {
    this.path = path;
    this.method = method;
    this.node = node;
    this.pathItem = pathItem;
  }

  ObjectNode node() {
    return node;
  }

  String pointer() {
    return pathPointer() + "/" + method;
  }

  String path() {
    return path;
  }

  String method() {
    return method;
  }

  ObjectNode pathItem() {
    return pathItem;
  }

  String pathPointer() {
    return "/paths/" + Pointers.escape(path);
  }

  /** Returns the parameters, those of the path among them once {@link Dereference} has run. */
  ArrayNode parameters() {
    return node.withArray("/parameters");
  }
}
