// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.faults;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes answers look like those of a later version of the API: fields that the document does not
 * have, in every object that it describes, and values that it does not list, wherever it lists
 * values in an {@code enum} or in words.
 */
public final class Novelties {
  /** The name of the field that is added. */
  public static final String FIELD = "sandbox_new_field";

  /** The value that is put in place of a listed one. */
  public static final String VALUE = "sandbox_new_value";

  private static final Pattern QUOTED = Pattern.compile("'[a-z_]+'");

  private final ApiDocument document;
  private final boolean fields;
  private final boolean values;

  /** Returns the novelties asked for. */
  public Novelties(ApiDocument document, boolean fields, boolean values) {
    this.document = document;
    this.fields = fields;
    this.values = values;
  }

  /**
   * Changes an answer in place.
   *
   * @param pointer the pointer to the schema of the answer
   */
  public void addTo(JsonNode answer, String pointer) {
    visit(document.at(pointer), answer);
  }

  private void visit(JsonNode described, JsonNode value) {
    JsonNode schema = resolved(described, value);
    if (value.isArray()) {
      value.forEach(element -> visit(schema.path("items"), element));
    } else if (value.isObject() && schema.has("properties")) {
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        JsonNode field = value.path(property.getKey());
        if (values && field.isTextual() && listsValues(property.getValue())) {
          ((ObjectNode) value).put(property.getKey(), VALUE);
        } else {
          visit(property.getValue(), field);
        }
      }
      if (fields) {
        ((ObjectNode) value).putObject(FIELD).put("added", true);
      }
    }
  }

  /** Follows references, and takes the variant of a union that {@code value} can be. */
  private JsonNode resolved(JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      return resolved(document.at(schema.path("$ref").asText().substring(1)), value);
    }
    for (JsonNode variant : schema.path("anyOf")) {
      JsonNode candidate = resolved(variant, value);
      if (value.isObject() ? candidate.has("properties") : candidate.has("items")) {
        return candidate;
      }
    }
    return schema;
  }

  private static boolean listsValues(JsonNode schema) {
    return schema.findValue("enum") != null
        || QUOTED.matcher(schema.path("description").asText()).results().count() > 1;
  }
}
