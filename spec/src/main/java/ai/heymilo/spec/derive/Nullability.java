// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns "may be null" into {@code nullable}, in requests only: there null, absent and a value are
 * three things. In answers and parameters null and absent are one. What a change may set to null is
 * marked with {@code x-clearable}.
 */
final class Nullability implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema((schema, pointer) -> unwrapUnion(schema));
    document.forEachSchema((schema, pointer) -> unwrapTypeList(schema));
    Set<String> changing = document.changingSchemas();
    for (Map.Entry<String, JsonNode> named : document.schemas().properties()) {
      if (named.getValue().has(MarkBodies.REQUEST)) {
        boolean changes = changing.contains(named.getKey());
        for (JsonNode property : named.getValue().path("properties")) {
          if (changes && property.has("nullable")) {
            ((ObjectNode) named.getValue()).put("x-clearable", true);
          }
        }
      } else {
        Document.visitSchema(named.getValue(), "", (schema, at) -> schema.remove("nullable"));
      }
    }
    for (Operation operation : document.operations()) {
      for (JsonNode parameter : operation.parameters()) {
        Document.visitSchema(
            parameter.path("schema"), "", (schema, at) -> schema.remove("nullable"));
      }
    }
  }

  /** {@code anyOf: [X, null]} becomes X with what stands beside the union. */
  private static void unwrapUnion(ObjectNode schema) {
    for (String union : List.of("anyOf", "oneOf")) {
      List<JsonNode> members = new ArrayList<>();
      schema.path(union).forEach(members::add);
      if (!members.removeIf(member -> member.path("type").asText().equals("null"))) {
        continue;
      }
      schema.put("nullable", true);
      if (members.size() == 1) {
        schema.remove(union);
        Tighter.add(schema, members.get(0));
      } else {
        schema.putArray(union).addAll(members);
      }
    }
  }

  /** {@code type: [X, "null"]} becomes {@code type: X}. */
  private static void unwrapTypeList(ObjectNode schema) {
    if (!schema.path("type").isArray()) {
      return;
    }
    List<JsonNode> types = new ArrayList<>();
    schema.path("type").forEach(types::add);
    if (types.removeIf(type -> type.asText().equals("null"))) {
      schema.put("nullable", true);
    }
    if (types.size() == 1) {
      schema.set("type", types.get(0));
    } else {
      schema.remove("type");
    }
  }
}
