// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation of the document: where it is, what it takes, what it may answer. */
public final class ApiOperation {
  private static final String JSON_SCHEMA = "/content/application~1json/schema";

  private final String id;
  private final String method;
  private final List<String> segments;
  private final Map<String, String> querySchemas;
  private final @Nullable String bodySchema;
  private final Map<Integer, String> answerSchemas;

  private ApiOperation(
      String id,
      String method,
      List<String> segments,
      Map<String, String> querySchemas,
      @Nullable String bodySchema,
      Map<Integer, String> answerSchemas) {
    this.id = id;
    this.method = method;
    this.segments = segments;
    this.querySchemas = querySchemas;
    this.bodySchema = bodySchema;
    this.answerSchemas = answerSchemas;
  }

  static ApiOperation read(String path, String method, JsonNode node) {
    String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
    Map<String, String> query = new LinkedHashMap<>();
    JsonNode parameters = node.path("parameters");
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).path("in").asText().equals("query")) {
        query.put(
            parameters.get(i).path("name").asText(), pointer + "/parameters/" + i + "/schema");
      }
    }
    String body = null;
    if (!node.at("/requestBody" + JSON_SCHEMA).isMissingNode()) {
      body = pointer + "/requestBody" + JSON_SCHEMA;
    }
    Map<Integer, String> answers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> answer : node.path("responses").properties()) {
      if (answer.getKey().matches("\\d{3}") && !answer.getValue().at(JSON_SCHEMA).isMissingNode()) {
        answers.put(
            Integer.valueOf(answer.getKey()),
            pointer + "/responses/" + answer.getKey() + JSON_SCHEMA);
      }
    }
    return new ApiOperation(
        node.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        segments(path),
        query,
        body,
        answers);
  }

  /** Returns the {@code operationId}. */
  public String id() {
    return id;
  }

  /** Returns the HTTP method, in capitals. */
  public String method() {
    return method;
  }

  /** Returns the query parameters by name, each with the pointer to its schema. */
  public Map<String, String> querySchemas() {
    return querySchemas;
  }

  /** Returns the pointer to the schema of the request body, null when the operation takes none. */
  public @Nullable String bodySchema() {
    return bodySchema;
  }

  /** Returns the pointer to the schema of an answer; of an error, for a status left out. */
  public String answerSchemaOrError(int status) {
    return answerSchemas.getOrDefault(status, "/components/schemas/APIErrorResponse");
  }

  /** Returns the values of the path's parameters, or null when {@code path} is another one. */
  @Nullable Map<String, String> match(List<String> path) {
    if (path.size() != segments.size()) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        values.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return null;
      }
    }
    return values;
  }

  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      segments.add(segment);
    }
    return List.copyOf(segments);
  }
}
