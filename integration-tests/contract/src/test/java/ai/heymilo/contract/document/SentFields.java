// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which properties of the document's request schemas, and which query parameters, were sent; and
 * which properties were sent that the document does not know.
 */
final class SentFields {
  /** How names begin that are made up, for callers may send what the document does not know yet. */
  static final String NOVEL = "novel_";

  private final Set<String> sent = new TreeSet<>();
  private final Set<String> unknown = new TreeSet<>();

  void add(String field) {
    sent.add(field);
  }

  void addAll(String name, JsonNode unresolved, JsonNode json) {
    String here = name(name, unresolved);
    JsonNode schema = Documented.resolve(unresolved);
    for (String union : new String[] {"anyOf", "oneOf", "allOf"}) {
      for (JsonNode branch : schema.path(union)) {
        if (fits(Documented.resolve(branch), json)) {
          addAll(here, branch, json);
        }
      }
    }
    json.forEach(
        item -> {
          if (json.isArray() && schema.has("items")) {
            addAll(here, schema.get("items"), item);
          }
        });
    if (json.isObject() && schema.has("properties")) {
      json.properties().forEach(property -> addProperty(here, schema, property));
    }
  }

  private void addProperty(String here, JsonNode schema, Map.Entry<String, JsonNode> property) {
    JsonNode known = schema.path("properties").path(property.getKey());
    if (!known.isMissingNode()) {
      sent.add(here + "." + property.getKey());
      addAll(here + "." + property.getKey(), known, property.getValue());
    } else if (!property.getKey().startsWith(NOVEL)
        && !schema.path("additionalProperties").isObject()
        && !schema.path("additionalProperties").asBoolean()) {
      unknown.add(here + "." + property.getKey());
    }
  }

  /** Returns whether an object can be of a branch, which constants of the branch decide. */
  private static boolean fits(JsonNode branch, JsonNode json) {
    for (Map.Entry<String, JsonNode> property : branch.path("properties").properties()) {
      JsonNode constant = property.getValue().path("const");
      if (!constant.isMissingNode() && !constant.equals(json.path(property.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the properties and parameters that the operation could send, and did not. */
  Set<String> missingOf(Documented operation) {
    Set<String> missing = new TreeSet<>();
    operation.parameters().values().stream()
        .filter(parameter -> parameter.in().equals("query"))
        .forEach(parameter -> missing.add(operation.id() + "?" + parameter.name()));
    for (String body : operation.bodies().values()) {
      collect(operation.id(), Documented.DOCUMENT.at(body), missing, new HashSet<>());
    }
    missing.removeAll(sent);
    return missing;
  }

  private static void collect(
      String name, JsonNode unresolved, Set<String> all, Set<String> within) {
    String here = name(name, unresolved);
    JsonNode schema = Documented.resolve(unresolved);
    if (unresolved.has("$ref") && !within.add(here)) {
      return;
    }
    for (String keyword : new String[] {"anyOf", "oneOf", "allOf"}) {
      schema.path(keyword).forEach(branch -> collect(here, branch, all, within));
    }
    if (schema.has("items")) {
      collect(here, schema.get("items"), all, within);
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      all.add(here + "." + property.getKey());
      collect(here + "." + property.getKey(), property.getValue(), all, within);
    }
  }

  private static String name(String otherwise, JsonNode schema) {
    String ref = schema.path("$ref").asText();
    return ref.isEmpty() ? otherwise : ref.substring(ref.lastIndexOf('/') + 1);
  }

  Set<String> unknown() {
    return unknown;
  }
}
