// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import ai.heymilo.spec.resource.ResourceOperation.Answer;
import ai.heymilo.spec.resource.ResourceOperation.Body;
import ai.heymilo.spec.resource.ResourceOperation.Retry;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operation alone shows: its body, its answer, its pages, and whether it is repeatable. */
final class OperationFacts {
  private static final Pattern WIRE_NAME = Pattern.compile("\\b(id|[a-z0-9]+(_[a-z0-9]+)+)\\b");
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> REPEATABLE = Set.of("PUT", "DELETE");

  final Body body;
  final Answer answer;
  final Retry retry;
  final boolean unwrapsData;
  final boolean list;
  final boolean creates;
  final boolean hidden;
  final @Nullable Paging paging;

  private OperationFacts(
      JsonNode node, String httpMethod, Schemas schemas, Names names, List<String> undecided) {
    String id = node.path("x-operation-id").asText();
    JsonNode sent = content(node.path("requestBody"));
    this.body =
        sent.isMissingNode()
            ? Body.NONE
            : sent.path("x-raw-body").asBoolean() ? Body.RAW : Body.JSON;
    String status = success(node);
    JsonNode received = content(node.path("responses").path(status));
    this.answer = answer(node, received);
    JsonNode data =
        answer == Answer.JSON ? schemas.property(received, "data") : content(received.path(""));
    this.unwrapsData = !data.isMissingNode();
    boolean many = schemas.isArray(unwrapsData ? data : received);
    boolean pages =
        httpMethod.equals("GET")
            && unwrapsData
            && many
            && !schemas.property(received, "pagination").isMissingNode()
            && !names.has(id, Names.UNPAGED);
    this.paging = pages ? paging(id, node, data, schemas, names, undecided) : null;
    this.list = many && paging == null;
    this.creates = status.equals("201");
    this.hidden = names.has(id, Names.HIDDEN);
    this.retry =
        READS.contains(httpMethod)
            ? Retry.READ
            : REPEATABLE.contains(httpMethod) || names.has(id, Names.REPEATABLE)
                ? Retry.REPEATABLE
                : httpMethod.equals("PATCH") ? Retry.UPDATE : Retry.ONCE;
  }

  /** Finds the facts; what cannot be decided gets a line for the names file. */
  static OperationFacts of(
      JsonNode node, String httpMethod, Schemas schemas, Names names, List<String> undecided) {
    return new OperationFacts(node, httpMethod, schemas, names, undecided);
  }

  private static JsonNode content(JsonNode body) {
    return body.path("content").path("application/json").path("schema");
  }

  /** Returns the first documented success; the view has no more than one of those. */
  private static String success(JsonNode node) {
    for (Map.Entry<String, JsonNode> answer : node.path("responses").properties()) {
      if (answer.getKey().startsWith("2")) {
        return answer.getKey();
      }
    }
    return "default";
  }

  private static Answer answer(JsonNode node, JsonNode received) {
    if (node.path("x-redirects").asBoolean()) {
      return Answer.REDIRECT;
    }
    if (received.isMissingNode()) {
      return Answer.NOTHING;
    }
    return received.path("x-raw-bytes").asBoolean() ? Answer.BYTES : Answer.JSON;
  }

  private static @Nullable Paging paging(
      String id,
      JsonNode node,
      JsonNode data,
      Schemas schemas,
      Names names,
      List<String> undecided) {
    JsonNode item = schemas.resolved(data).path("items");
    JsonNode parameter = node.path("");
    for (JsonNode one : node.path("parameters")) {
      if (one.path("in").asText().equals("query")
          && one.path("name").asText().equals(Paging.PARAMETER)) {
        parameter = one;
      }
    }
    if (parameter.isMissingNode()) {
      undecided.add(
          id
              + " answers with pagination, but takes no "
              + Paging.PARAMETER
              + "; add to the names"
              + " file: "
              + id
              + " = - "
              + Names.UNPAGED);
      return null;
    }
    String cursor = names.cursor(id).orElse("");
    if (cursor.isEmpty()) {
      cursor = cursor(node, parameter, item, schemas);
    }
    if (cursor.isEmpty() || schemas.property(item, cursor).isMissingNode()) {
      undecided.add(
          id
              + " is a list whose items have no property that is its cursor for sure; add to the"
              + " names file: "
              + id
              + " = - "
              + Names.CURSOR
              + "PROPERTY");
      return null;
    }
    return new Paging(cursor, item);
  }

  /**
   * Returns the property that the parameter's words name, else {@code id}, else the item's own id
   * by the path or the schema; "" if there is none of those.
   */
  private static String cursor(JsonNode node, JsonNode parameter, JsonNode item, Schemas schemas) {
    Matcher named =
        WIRE_NAME.matcher(
            parameter.path("description").asText()
                + " "
                + parameter.at("/schema/description").asText());
    List<String> candidates = new ArrayList<>();
    while (named.find()) {
      candidates.add(named.group(1));
    }
    candidates.add("id");
    String path = node.path(PathTree.PATH).asText();
    List<String> last = Words.of(path.substring(path.lastIndexOf('/') + 1));
    candidates.add(String.join("_", Words.singular(last)) + "_id");
    List<String> type = new ArrayList<>(Words.of(Schemas.refName(item)));
    type.removeAll(Set.of("response", "out", "read", "schema", "item", "dto", "model"));
    candidates.add(String.join("_", type) + "_id");
    return candidates.stream()
        .filter(name -> !schemas.property(item, name).isMissingNode())
        .findFirst()
        .orElse("");
  }
}
