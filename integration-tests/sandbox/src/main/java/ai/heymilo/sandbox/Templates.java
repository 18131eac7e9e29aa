// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Reads the blueprints of templates. */
final class Templates {
  /** A blueprint with one step of each kind. */
  static final String FOUR_STEPS =
      "{\"title\":\"Blueprint\",\"description\":\"What every posting of this template says.\","
          + "\"interviewer_name\":\"Blue\",\"language\":\"en\",\"workflow\":["
          + "{\"type\":\"resume\",\"config\":{\"mandatory\":true}},"
          + "{\"type\":\"conversational_sms\"},"
          + "{\"type\":\"web_interview\",\"config\":{\"min_evaluation_score\":0.6}},"
          + "{\"type\":\"form\"}]}";

  private final ApiDocument document;

  Templates(ApiDocument document) {
    this.document = document;
  }

  JsonNode blueprint(String text) {
    JsonNode blueprint = json(text);
    List<Finding> findings =
        document.schemas().check("/components/schemas/CreatePostingRequest", blueprint);
    if (!findings.isEmpty()) {
      throw new IllegalArgumentException("the blueprint is not valid: " + findings);
    }
    return blueprint;
  }

  /** Returns a map, a tree, or a string of JSON as a tree. */
  static JsonNode json(Object values) {
    try {
      return values instanceof String
          ? new ObjectMapper().readTree((String) values)
          : new ObjectMapper().valueToTree(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
