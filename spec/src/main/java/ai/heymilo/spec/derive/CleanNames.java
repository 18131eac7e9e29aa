package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Gives every schema a name that is a Java class of its own: camel case, no name that the generated
 * code uses itself, no two names that differ only in case.
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
        (name, schema) -> schemas.set(Objects.requireNonNull(cleaned.get(name)), schema));

    Map<String, String> references = new HashMap<>();
    cleaned.forEach((from, to) -> references.put(Document.SCHEMA_REF + from, to));
    Document.forEachRef(
        document.root(),
        holder ->
            holder.put("$ref", Document.SCHEMA_REF + references.get(holder.path("$ref").asText())));
    document.forEachSchema((schema, pointer) -> renameMapping(schema, references));
  }

  private static void renameMapping(ObjectNode schema, Map<String, String> references) {
    JsonNode mapping = schema.path("discriminator").path("mapping");
    if (mapping.isObject()) {
      for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
        String to = references.get(entry.getValue().asText());
        if (to != null) {
          ((ObjectNode) mapping).put(entry.getKey(), Document.SCHEMA_REF + to);
        }
      }
    }
  }
}
