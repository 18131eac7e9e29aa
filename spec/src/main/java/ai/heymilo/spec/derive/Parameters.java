// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses parameters that the stubs would put on the wire in a wrong way, or not at all, and drops
 * the headers that say in what form a body comes: those are not a caller's to choose.
 */
final class Parameters implements Rule {
  private static final Set<String> PLACES = Set.of("path", "query", "header");
  private static final Set<String> OF_THE_BODY = Set.of("accept", "content-type");
  private static final Set<String> STYLES = Set.of("", "simple", "form");

  @Override
  public void apply(Document document, Findings findings) {
    for (Operation operation : document.operations()) {
      ArrayNode parameters = operation.parameters();
      parameters.removeIf(
          parameter ->
              parameter.path("in").asText().equals("header")
                  && OF_THE_BODY.contains(
                      parameter.path("name").asText().toLowerCase(Locale.ROOT)));
      for (int i = 0; i < parameters.size(); i++) {
        String why = whyNot(document, (ObjectNode) parameters.get(i));
        if (!why.isEmpty()) {
          findings.refuse(
              operation.pointer() + "/parameters/" + i,
              "the parameter '" + parameters.get(i).path("name").asText() + "' " + why);
        }
      }
    }
  }

  private static String whyNot(Document document, ObjectNode parameter) {
    String place = parameter.path("in").asText();
    if (!PLACES.contains(place)) {
      return "is in a place that is not understood: " + place;
    }
    if (!parameter.path("schema").isObject()) {
      return "has no schema";
    }
    if (!STYLES.contains(parameter.path("style").asText())) {
      return "has a style that is not understood: " + parameter.path("style").asText();
    }
    JsonNode schema = document.resolved(parameter.path("schema"));
    if (schema.has("properties") || schema.path("type").asText().equals("object")) {
      return "is an object, which is not understood";
    }
    boolean list = schema.path("type").asText().equals("array");
    if (list && (!place.equals("query") || !parameter.path("explode").asBoolean(true))) {
      return "is a list that is not repeated in the query, which is not understood";
    }
    return "";
  }
}
