// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Turns the rest of OpenAPI 3.1 into 3.0.3, and drops what does not affect code. */
final class SpeakVersion30 implements Rule {
  @Override
  public void apply(Document document, Findings findings) {
    document.root().put("openapi", "3.0.3");
    document.root().remove(List.of("webhooks", "jsonSchemaDialect"));
    document.forEachSchema(
        (schema, pointer) -> {
          // A title would become the name of an inline schema, or replace a clean one.
          schema.remove(
              List.of("title", "example", "examples", "$comment", "externalDocs", "propertyNames"));
          // A list with a value twice is better read as it is than refused or shortened.
          schema.remove("uniqueItems");
          if (schema.path("pattern").isArray()) {
            schema.remove("pattern");
          }
          exclusiveLimit(schema, "exclusiveMinimum", "minimum");
          exclusiveLimit(schema, "exclusiveMaximum", "maximum");
          wrapReference(schema);
        });
  }

  private static void exclusiveLimit(ObjectNode schema, String exclusive, String limit) {
    if (schema.path(exclusive).isNumber()) {
      schema.set(limit, schema.get(exclusive));
      schema.put(exclusive, true);
    }
  }

  /** What stands beside a {@code $ref} counts in 3.1 and is ignored in 3.0, except around it. */
  private static void wrapReference(ObjectNode schema) {
    if (schema.has("$ref") && schema.size() > 1) {
      JsonNode ref = schema.remove("$ref");
      schema.putArray("allOf").addObject().set("$ref", ref);
    }
  }
}
