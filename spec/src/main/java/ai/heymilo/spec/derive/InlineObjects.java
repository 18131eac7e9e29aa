// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Names the objects that are described where they are used, after the place. */
final class InlineObjects implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    Map<String, ObjectNode> named = new LinkedHashMap<>();
    Set<String> used = new HashSet<>(ClassNames.used(document));
    Map<String, String> operations = new LinkedHashMap<>();
    for (Operation operation : document.operations()) {
      operations.put(operation.pointer(), operation.node().path("operationId").asText());
    }
    document.forEachSchema(
        (schema, pointer) -> {
          if (schema.path("properties").isEmpty() || Pointers.isNamedSchema(pointer)) {
            return;
          }
          String name = ClassNames.unused(nameOf(pointer, operations), used);
          ObjectNode object = schema.deepCopy();
          JsonNode description = schema.path("description");
          schema.removeAll();
          schema.put("$ref", Document.SCHEMA_REF + name);
          if (description.isTextual()) {
            schema.set("description", description);
          }
          named.put(name, object);
        });
    named.forEach(document.schemas()::set);
  }

  private static String nameOf(String pointer, Map<String, String> operations) {
    String owner = Pointers.namedSchema(pointer);
    if (owner == null) {
      owner = "Shared";
      for (Map.Entry<String, String> operation : operations.entrySet()) {
        if (pointer.startsWith(operation.getKey() + "/")) {
          String part = pointer.substring(operation.getKey().length());
          owner =
              operation.getValue()
                  + (part.startsWith("/requestBody")
                      ? "_Request"
                      : part.startsWith("/responses/2") ? "_Response" : "_Error");
        }
      }
    }
    String property = Pointers.property(pointer);
    return Names.upperCamel(Names.words(property == null ? owner : owner + "_" + property));
  }
}
