// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Refuses schema keywords that no rule handles, and references that lead nowhere. */
final class RefuseUnknownKeywords implements Rule {
  /** What does not limit a value, or is a matter of its type; {@link Checks} has the rest. */
  private static final Set<String> KNOWN =
      Set.of(
          "$comment",
          "$ref",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "default",
          "deprecated",
          "description",
          "discriminator",
          "enum",
          "example",
          "examples",
          "externalDocs",
          "format",
          "items",
          "nullable",
          "oneOf",
          "properties",
          "propertyNames",
          "readOnly",
          "required",
          "title",
          "type",
          "writeOnly");

  @Override
  public void apply(Document document, Findings findings) {
    document.forEachSchema(
        (schema, pointer) -> {
          schema
              .fieldNames()
              .forEachRemaining(
                  keyword -> {
                    if (!KNOWN.contains(keyword)
                        && !Checks.KEYWORDS.contains(keyword)
                        && !keyword.startsWith("x-")) {
                      findings.refuse(
                          pointer, "the schema keyword '" + keyword + "' is not understood");
                    }
                  });
          checkReference(document, schema, pointer, findings);
        });
  }

  private static void checkReference(
      Document document, ObjectNode schema, String pointer, Findings findings) {
    if (schema.has("$ref")) {
      String name = Document.refName(schema);
      if (name == null || !document.schemas().has(name)) {
        findings.refuse(pointer, "there is no schema " + schema.path("$ref"));
      }
    }
  }
}
