package ai.heymilo.sandbox.internal.state;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a posting that a caller sets and reads back as they are: those that the document
 * has both in {@code CreatePostingRequest} and in {@code PostingResponse}. A field that the
 * document gains is carried with no change here.
 */
public final class PostingFields {
  /** Set by the caller in another form than they are read back. */
  private static final Set<String> TRANSFORMED = Set.of("workflow", "deadline");

  private final Map<String, JsonNode> defaults = new LinkedHashMap<>();
  private final ApiDocument document;

  /** Reads the names and defaults from {@code document}. */
  public PostingFields(ApiDocument document) {
    this.document = document;
    JsonNode asked = document.component("CreatePostingRequest").path("properties");
    JsonNode answered = document.component("PostingResponse").path("properties");
    for (Map.Entry<String, JsonNode> property : asked.properties()) {
      String name = property.getKey();
      if (answered.has(name) && !TRANSFORMED.contains(name)) {
        JsonNode standard = property.getValue().path("default");
        defaults.put(
            name,
            standard.isMissingNode()
                ? answered.path(name).path("default").isMissingNode()
                    ? NullNode.getInstance()
                    : answered.path(name).path("default")
                : standard);
      }
    }
  }

  /** Returns all fields with the document's defaults; those without one are null. */
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
      if (defaults.containsKey(name) && (!sent.getValue().isNull() || isNullable(name))) {
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
