// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.model;

import ai.heymilo.generated.Published;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Schemas that are made of others. */
final class Composed {
  private Composed() {}

  /** Returns a schema with what it refers to. */
  static ObjectNode merged(JsonNode schema, JsonNode below) {
    ObjectNode merged = below.isObject() ? below.deepCopy() : JsonNodeFactory.instance.objectNode();
    schema.properties().forEach(e -> merged.set(e.getKey(), e.getValue()));
    merged.remove("$ref");
    return merged;
  }

  /** Returns a schema with the keywords of all that it has to satisfy; the tighter limits. */
  static ObjectNode all(JsonNode schema) {
    ObjectNode all = schema.deepCopy();
    all.remove("allOf");
    for (JsonNode member : schema.path("allOf")) {
      String name = member.path("$ref").asText().replaceAll(".*/", "");
      ObjectNode part = merged(member, Published.SCHEMAS.path(name));
      for (Map.Entry<String, JsonNode> keyword : part.properties()) {
        JsonNode own = all.path(keyword.getKey());
        boolean most = keyword.getKey().startsWith("max");
        if (own.isObject() && keyword.getValue().isObject()) {
          ((ObjectNode) own).setAll((ObjectNode) keyword.getValue());
        } else if (own.isMissingNode()
            || (own.isNumber() && most == own.asDouble() > keyword.getValue().asDouble())) {
          all.set(keyword.getKey(), keyword.getValue());
        }
      }
    }
    return all;
  }
}
