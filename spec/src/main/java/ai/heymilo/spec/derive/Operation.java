package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

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
    return "/paths/" + Pointers.escape(path) + "/" + method;
  }

  /** Returns the lists that hold this operation's parameters: its own, and those of its path. */
  List<ArrayNode> parameterLists() {
    List<ArrayNode> lists = new ArrayList<>();
    for (JsonNode list : List.of(node.path("parameters"), pathItem.path("parameters"))) {
      if (list.isArray()) {
        lists.add((ArrayNode) list);
      }
    }
    return lists;
  }
}
