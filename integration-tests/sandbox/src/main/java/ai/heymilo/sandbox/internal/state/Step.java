// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A step of a posting's workflow. Its questions are kept, but no operation answers them. */
public final class Step {
  private final String id;
  private final String type;
  private final int order;
  private final ObjectNode config;
  private final ArrayNode questions;

  private Step(String id, String type, int order, ObjectNode config, ArrayNode questions) {
    this.id = id;
    this.type = type;
    this.order = order;
    this.config = config;
    this.questions = questions;
  }

  /** Makes the step that an element of a request's {@code workflow} asks for. */
  static Step asked(String id, int order, JsonNode asked) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    if (asked.path("config").isObject()) {
      config.setAll((ObjectNode) asked.get("config").deepCopy());
    }
    ArrayNode questions = JsonNodeFactory.instance.arrayNode();
    if (asked.path("questions").isArray()) {
      questions.addAll((ArrayNode) asked.get("questions").deepCopy());
    }
    return new Step(id, asked.path("type").asText(), order, config, questions);
  }

  /** Returns a copy under another identifier. */
  Step copy(String newId) {
    return new Step(newId, type, order, config.deepCopy(), questions.deepCopy());
  }

  /** Returns the identifier of the step. */
  public String id() {
    return id;
  }

  /** Returns the agent's type, such as {@code web_interview}. */
  public String type() {
    return type;
  }

  /** Returns the place in the workflow, from 1. */
  public int order() {
    return order;
  }

  /** Returns the questions as they were sent. */
  public ArrayNode questions() {
    return questions.deepCopy();
  }

  /** Applies part of a configuration: a null takes the key away, anything else replaces it. */
  public void configure(JsonNode part) {
    part.properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                config.remove(entry.getKey());
              } else {
                config.set(entry.getKey(), entry.getValue().deepCopy());
              }
            });
  }

  /** Returns the step as the document's {@code WorkflowStep}. */
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("type", type).put("order", order).set("config", config.deepCopy());
    return json;
  }
}
