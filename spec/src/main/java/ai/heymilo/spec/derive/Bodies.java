// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leaves each body one form: JSON where the document describes it, else bytes as they are. A
 * redirect is an answer, not an error, where no other success is documented; the 200 without a
 * schema that FastAPI adds by itself is none.
 */
final class Bodies implements Rule {
  private static final String JSON = "application/json";

  @Override
  public void apply(Document document, Findings findings) {
    for (Operation operation : document.operations()) {
      ObjectNode node = operation.node();
      if (node.path("requestBody").path("content").isEmpty()) {
        node.remove("requestBody");
      } else {
        oneForm((ObjectNode) node.path("requestBody"), "raw-body");
      }
      ObjectNode responses = node.withObject("/responses");
      responses.retain(understood(responses));
      boolean redirects = hasStatus(responses, "3");
      if (redirects && isAddedByFastApi(responses.path("200"))) {
        responses.remove("200");
      }
      boolean succeeds = hasStatus(responses, "2") || responses.has("default");
      for (Map.Entry<String, JsonNode> answer : responses.properties()) {
        List<String> types = oneForm((ObjectNode) answer.getValue(), "raw-bytes");
        if (isSuccess(answer.getKey()) && !types.isEmpty()) {
          node.put("x-accept", String.join(", ", new TreeSet<>(types)));
        }
      }
      if (redirects && !succeeds) {
        node.put("x-redirects", true);
      }
    }
  }

  private static boolean hasStatus(ObjectNode responses, String firstDigit) {
    return responses.properties().stream().anyMatch(one -> one.getKey().startsWith(firstDigit));
  }

  private static boolean isAddedByFastApi(JsonNode answer) {
    return answer.path("content").size() == 1
        && answer.path("content").has(JSON)
        && saysNothing((ObjectNode) answer, JSON);
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2");
  }

  /**
   * Returns all answers but the successes after the one that a stub returns: the first that has a
   * body, so that a success which is added after it, or has none, changes no stub.
   */
  private static Set<String> understood(ObjectNode responses) {
    Set<String> understood = new LinkedHashSet<>();
    Set<String> successes = new LinkedHashSet<>();
    responses
        .fieldNames()
        .forEachRemaining(status -> (isSuccess(status) ? successes : understood).add(status));
    successes.stream()
        .filter(status -> !responses.path(status).path("content").isEmpty())
        .findFirst()
        .or(() -> successes.stream().findFirst())
        .ifPresent(understood::add);
    return understood;
  }

  /** Returns the media types if they are none of JSON. */
  private static List<String> oneForm(ObjectNode body, String rawFormat) {
    List<String> types = new ArrayList<>();
    body.path("content").fieldNames().forEachRemaining(types::add);
    if (types.isEmpty()) {
      body.remove("content");
      return types;
    }
    for (String type : types) {
      if (isJson(type) && !(types.size() > 1 && saysNothing(body, type))) {
        JsonNode form = body.path("content").path(type);
        ObjectNode json = body.putObject("content").putObject(JSON);
        json.set(
            "schema", form.path("schema").isObject() ? form.path("schema") : Document.object());
        if (form.has(Generics.ARGUMENT)) {
          json.set(Generics.ARGUMENT, form.path(Generics.ARGUMENT));
        }
        return List.of();
      }
    }
    types.removeIf(Bodies::isJson);
    body.putObject("content")
        .putObject(JSON)
        .putObject("schema")
        .put("type", "string")
        .put("format", rawFormat)
        .put("x-" + rawFormat, true);
    return types;
  }

  /** FastAPI adds JSON without a schema to what an operation documents. */
  private static boolean saysNothing(ObjectNode body, String type) {
    JsonNode schema = body.path("content").path(type).path("schema").deepCopy();
    if (schema.isObject()) {
      ((ObjectNode) schema).remove("title");
    }
    return schema.isEmpty();
  }

  private static boolean isJson(String type) {
    String bare = type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    return bare.equals(JSON) || bare.equals("*/*") || bare.endsWith("+json");
  }
}
