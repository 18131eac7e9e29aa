// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Marks the schemas of what a caller sends with {@code x-request}, those among them that an
 * operation takes with {@code x-setters}, and those of whole answers with {@code x-answer}.
 */
final class MarkBodies implements Rule {
  static final String REQUEST = "x-request";
  private static final String ANSWER = "x-answer";

  @Override
  public void apply(Document document, Findings findings) {
    for (String name : document.requestSchemas()) {
      ((ObjectNode) document.schemas().get(name)).put(REQUEST, true);
    }
    for (String name : document.sentSchemas()) {
      ((ObjectNode) document.schemas().get(name)).put("x-setters", true);
    }
    for (Operation operation : document.operations()) {
      for (JsonNode answer : operation.node().path("responses")) {
        for (JsonNode body : answer.path("content")) {
          if (Document.refName(body.path("schema")) != null) {
            ((ObjectNode) document.resolved(body.path("schema"))).put(ANSWER, true);
          }
        }
      }
    }
  }
}
