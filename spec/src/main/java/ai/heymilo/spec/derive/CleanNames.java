// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Gives every schema a name that is a Java class of its own: camel case, no name that the generated
 * code uses itself, no two names that differ only in case. The published name stays beside it
 * ({@code x-published-name}).
 */
final class CleanNames implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    document
        .schemas()
        .fieldNames()
        .forEachRemaining(
            name ->
                cleaned.put(name, ClassNames.unused(Names.upperCamel(Names.words(name)), used)));

    ObjectNode schemas = document.schemas();
    Map<String, JsonNode> before = new LinkedHashMap<>();
    schemas.properties().forEach(e -> before.put(e.getKey(), e.getValue()));
    schemas.removeAll();
    before.forEach(
        (name, schema) -> {
          schemas.set(Objects.requireNonNull(cleaned.get(name)), schema);
          if (schema.isObject()) {
            ((ObjectNode) schema).put("x-published-name", name);
          }
        });

    Map<String, String> references = new HashMap<>();
    cleaned.forEach((from, to) -> references.put(Document.SCHEMA_REF + from, to));
    Document.forEachRef(
        document.root(),
        holder ->
            holder.put("$ref", Document.SCHEMA_REF + references.get(holder.path("$ref").asText())));
    document.forEachSchema((schema, pointer) -> completeMapping(schema, references));
  }

  /** A discriminator may leave out values that are the members' published names. */
  private static void completeMapping(ObjectNode schema, Map<String, String> references) {
    if (!schema.path("discriminator").isObject()) {
      return;
    }
    JsonNode before = ((ObjectNode) schema.path("discriminator")).remove("mapping");
    Map<String, String> mapping = new LinkedHashMap<>();
    if (before != null) {
      before
          .properties()
          .forEach(
              e -> {
                String to = e.getValue().asText();
                String full = to.startsWith("#") ? to : Document.SCHEMA_REF + to;
                mapping.put(e.getKey(), references.getOrDefault(full, to));
              });
    }
    references.forEach(
        (from, to) -> {
          if (isMember(schema, to) && !mapping.containsValue(to)) {
            mapping.put(from.substring(Document.SCHEMA_REF.length()), to);
          }
        });
    ObjectNode after = ((ObjectNode) schema.path("discriminator")).putObject("mapping");
    mapping.forEach(after::put);
  }

  private static boolean isMember(ObjectNode schema, String name) {
    for (String keyword : List.of("oneOf", "anyOf")) {
      for (JsonNode member : schema.path(keyword)) {
        if (name.equals(Document.refName(member))) {
          return true;
        }
      }
    }
    return false;
  }
}
