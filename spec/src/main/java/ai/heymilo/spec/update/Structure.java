// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a document is built as OpenAPI says, as far as the rules rely on it. */
final class Structure {
  /** What is data, not document: a {@code $ref} in it refers to nothing. */
  private static final Set<String> DATA = Set.of("example", "examples", "default", "const", "enum");

  private final JsonNode root;
  private final List<String> findings;

  private Structure(JsonNode root, List<String> findings) {
    this.root = root;
    this.findings = findings;
  }

  static void check(JsonNode root, List<String> findings) {
    Structure structure = new Structure(root, findings);
    if (!root.path("info").path("version").isTextual()) {
      findings.add("/info/version: must be a text");
    }
    structure.expect(root.path("paths"), "/paths", JsonNodeType.OBJECT);
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      structure.path(path.getValue(), "/paths/" + escaped(path.getKey()));
    }
    JsonNode schemas = root.path("components").path("schemas");
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      String pointer = "/components/schemas/" + escaped(schema.getKey());
      structure.expect(schema.getValue(), pointer, JsonNodeType.OBJECT);
    }
    structure.references(root, "");
  }

  private void path(JsonNode item, String pointer) {
    if (!expect(item, pointer, JsonNodeType.OBJECT)) {
      return;
    }
    parameters(item, pointer);
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      String at = pointer + "/" + escaped(member.getKey());
      if (Snapshot.METHODS.contains(member.getKey())
          && expect(member.getValue(), at, JsonNodeType.OBJECT)) {
        parameters(member.getValue(), at);
        JsonNode answers = member.getValue().path("responses");
        if (expect(answers, at + "/responses", JsonNodeType.OBJECT)) {
          for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            String pointerOfIt = at + "/responses/" + escaped(answer.getKey());
            expect(answer.getValue(), pointerOfIt, JsonNodeType.OBJECT);
          }
        }
      }
    }
  }

  private void parameters(JsonNode holder, String pointer) {
    JsonNode parameters = holder.path("parameters");
    if (parameters.isMissingNode()
        || !expect(parameters, pointer + "/parameters", JsonNodeType.ARRAY)) {
      return;
    }
    int i = 0;
    for (JsonNode parameter : parameters) {
      String at = pointer + "/parameters/" + i++;
      if (expect(parameter, at, JsonNodeType.OBJECT)
          && !parameter.has("$ref")
          && !(parameter.path("name").isTextual() && parameter.path("in").isTextual())) {
        findings.add(at + ": a parameter must have a name and say where it is in");
      }
    }
  }

  private boolean expect(JsonNode node, String pointer, JsonNodeType type) {
    if (node.getNodeType() == type) {
      return true;
    }
    String was = node.isMissingNode() ? "is missing" : "is " + node.getNodeType();
    findings.add(pointer + ": must be " + type + ", " + was);
    return false;
  }

  private void references(JsonNode node, String pointer) {
    JsonNode ref = node.path("$ref");
    if (node.isObject() && ref.isTextual() && !leadsSomewhere(ref.asText())) {
      findings.add(pointer + "/$ref: there is nothing at " + ref);
    }
    int i = 0;
    for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
      references(item, pointer + "/" + i++);
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      // A property may be called "default": then it is a schema.
      if (!DATA.contains(member.getKey()) || pointer.endsWith("/properties")) {
        references(member.getValue(), pointer + "/" + escaped(member.getKey()));
      }
    }
  }

  private boolean leadsSomewhere(String ref) {
    return ref.startsWith("#/") && !root.at(ref.substring(1)).isMissingNode();
  }

  private static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }
}
