// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a posting that a caller sets and reads back as they are: those that the document
 * has in {@code PostingResponse} and in a request to create or to update one. A field that the
 * document gains is carried with no change here.
 */
public final class PostingFields {
  /** Set by the caller in another form than they are read back. */
  private static final Set<String> TRANSFORMED = Set.of("workflow", "deadline");

  private final Set<String> names = new HashSet<>();
  private final Map<String, JsonNode> defaults = new LinkedHashMap<>();
  private final ApiDocument document;

  /** Reads the names and defaults from {@code document}. */
  public PostingFields(ApiDocument document) {
    this.document = document;
    JsonNode created = document.component("CreatePostingRequest").path("properties");
    JsonNode updated = document.component("UpdatePostingRequest").path("properties");
    JsonNode answered = document.component("PostingResponse").path("properties");
    for (Map.Entry<String, JsonNode> property : answered.properties()) {
      String name = property.getKey();
      if ((created.has(name) || updated.has(name)) && !TRANSFORMED.contains(name)) {
        names.add(name);
        JsonNode standard = created.path(name).path("default");
        if (standard.isMissingNode()) {
          standard = property.getValue().path("default");
        }
        if (!standard.isMissingNode()) {
          defaults.put(name, standard);
        } else if (isNullable(name)) {
          defaults.put(name, NullNode.getInstance());
        }
      }
    }
  }

  /** Returns the fields with the document's defaults; null without one, or left out. */
  ObjectNode unset() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.setAll(defaults);
    return fields;
  }

  /**
   * Applies what {@code request} has and leaves the rest. A null clears a field, unless the
   * document lets no answer have a null there ({@code title}, {@code description}): then it changes
   * nothing.
   */
  void apply(JsonNode request, ObjectNode fields) {
    for (Map.Entry<String, JsonNode> sent : request.properties()) {
      String name = sent.getKey();
      if (names.contains(name) && (!sent.getValue().isNull() || isNullable(name))) {
        fields.set(name, sent.getValue().deepCopy());
      }
    }
  }

  private boolean isNullable(String name) {
    return document
        .schemas()
        .check("/components/schemas/PostingResponse/properties/" + name, NullNode.getInstance())
        .isEmpty();
  }
}
