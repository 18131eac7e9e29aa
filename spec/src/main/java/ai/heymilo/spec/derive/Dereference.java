// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts shared parameters, bodies and answers where operations refer to them, and the parameters of
 * a path into each of its operations, so that the rules which follow find all of an operation in
 * one place.
 */
final class Dereference implements Rule {
  private static final int DEEPEST = 10;

  @Override
  public void apply(Document document, Findings findings) {
    ObjectNode root = document.root();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      String pointer = "/paths/" + Pointers.escape(path.getKey());
      path.setValue(resolve(root, path.getValue(), pointer, findings));
    }
    for (Operation operation : document.operations()) {
      ObjectNode node = operation.node();
      node.remove(List.of("callbacks", "servers"));
      resolveAll(root, operation.pathItem().path("parameters"), operation.pathPointer(), findings);
      resolveAll(root, node.path("parameters"), operation.pointer() + "/parameters", findings);
      if (node.has("requestBody")) {
        String pointer = operation.pointer() + "/requestBody";
        node.set("requestBody", resolve(root, node.path("requestBody"), pointer, findings));
      }
      for (Map.Entry<String, JsonNode> answer : node.path("responses").properties()) {
        String pointer = operation.pointer() + "/responses/" + answer.getKey();
        answer.setValue(resolve(root, answer.getValue(), pointer, findings));
        if (answer.getValue().isObject()) {
          ((ObjectNode) answer.getValue()).remove(List.of("headers", "links"));
        }
      }
      node.set("parameters", ownAndShared(node, operation.pathItem()));
    }
    for (Operation operation : document.operations()) {
      operation.pathItem().remove(List.of("parameters", "servers"));
    }
    ObjectNode components = root.withObject("/components");
    for (String shared :
        List.of(
            "parameters",
            "requestBodies",
            "responses",
            "headers",
            "examples",
            "links",
            "callbacks",
            "pathItems")) {
      components.remove(shared);
    }
  }

  private static void resolveAll(
      ObjectNode root, JsonNode list, String pointer, Findings findings) {
    for (int i = 0; i < list.size(); i++) {
      ((ArrayNode) list).set(i, resolve(root, list.get(i), pointer + "/" + i, findings));
    }
  }

  private static JsonNode resolve(
      ObjectNode root, JsonNode node, String pointer, Findings findings) {
    JsonNode found = node;
    for (int depth = 0; found.has("$ref"); depth++) {
      String ref = found.path("$ref").asText();
      found = ref.startsWith("#/") ? root.at(ref.substring(1)) : root.path("");
      if (found.isMissingNode() || depth == DEEPEST) {
        findings.refuse(pointer, "there is nothing at \"" + ref + "\"");
        return Document.object();
      }
    }
    return node.has("$ref") ? found.deepCopy() : node;
  }

  /** An operation's own parameter counts before one of the same name and place of its path. */
  private static ArrayNode ownAndShared(ObjectNode operation, ObjectNode pathItem) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (JsonNode list : List.of(pathItem.path("parameters"), operation.path("parameters"))) {
      for (JsonNode parameter : list) {
        all.put(
            parameter.path("in").asText() + " " + parameter.path("name").asText(),
            parameter.deepCopy());
      }
    }
    return Document.array().addAll(all.values());
  }
}
