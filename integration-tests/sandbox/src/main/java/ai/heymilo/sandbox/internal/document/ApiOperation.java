// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation of the document: path, parameters, bodies, answers. */
public final class ApiOperation {
  private final String id;
  private final String method;
  private final String path;
  private final List<String> segments;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();
  private final List<DocumentedAnswer> answers = new ArrayList<>();
  private final boolean bodyRequired;
  private final boolean secured;

  ApiOperation(JsonNode root, String path, String method) {
    Pointers pointers = new Pointers(root);
    String item = "/paths/" + Pointers.escaped(path);
    String pointer = item + "/" + method;
    JsonNode node = root.at(pointer);
    this.id = node.path("operationId").asText(method + " " + path);
    this.method = method.toUpperCase(Locale.ROOT);
    this.path = path;
    this.segments = segments(path);
    for (String owner : List.of(item, pointer)) {
      for (int i = 0; i < root.at(owner + "/parameters").size(); i++) {
        String at = pointers.followed(owner + "/parameters/" + i);
        JsonNode one = root.at(at);
        String name = one.path("name").asText();
        String place = one.path("in").asText();
        boolean required = one.path("required").asBoolean();
        parameters.put(place + " " + name, new Parameter(name, place, required, at + "/schema"));
      }
    }
    String body = pointers.followed(pointer + "/requestBody");
    this.bodyRequired = root.at(body).path("required").asBoolean();
    pointers.contents(body).forEach(bodies::put);
    for (Map.Entry<String, JsonNode> answer : node.path("responses").properties()) {
      String at = pointers.followed(pointer + "/responses/" + Pointers.escaped(answer.getKey()));
      Map<String, String> headers = pointers.headers(at);
      Map<String, String> contents = pointers.contents(at);
      if (contents.isEmpty()) {
        answers.add(new DocumentedAnswer(answer.getKey(), "", "", headers));
      }
      contents.forEach(
          (type, schema) ->
              answers.add(new DocumentedAnswer(answer.getKey(), type, schema, headers)));
    }
    this.secured =
        !node.path("security").isMissingNode()
            ? isSecured(node.path("security"))
            : isSecured(root.path("security"));
  }

  /** An empty requirement among the alternatives makes security optional. */
  private static boolean isSecured(JsonNode requirements) {
    for (JsonNode requirement : requirements) {
      if (requirement.isEmpty()) {
        return false;
      }
    }
    return !requirements.isEmpty();
  }

  /** Returns the {@code operationId}. */
  public String id() {
    return id;
  }

  /** Returns the HTTP method, in capitals. */
  public String method() {
    return method;
  }

  /** Returns the path with its parameters in braces. */
  public String path() {
    return path;
  }

  /** Returns the segments of {@link #path}; the first is empty. */
  public List<String> segments() {
    return segments;
  }

  /** Returns the parameters, those of the path item included. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /** Returns the media types of the request body, each with the pointer to its schema. */
  public Map<String, String> bodies() {
    return bodies;
  }

  /** Returns the pointer to the schema of the JSON request body, null when there is none. */
  public @Nullable String jsonBody() {
    for (Map.Entry<String, String> body : bodies.entrySet()) {
      if (DocumentedAnswer.isJson(body.getKey())) {
        return body.getValue();
      }
    }
    return null;
  }

  /** Returns whether every request must have a body. */
  public boolean isBodyRequired() {
    return bodyRequired;
  }

  /** Returns whether a request needs an API key. */
  public boolean isSecured() {
    return secured;
  }

  /** Returns the documented answers, in the document's order. */
  public List<DocumentedAnswer> answers() {
    return List.copyOf(answers);
  }

  /** Returns the JSON answer of a status, null when the document has none. */
  public @Nullable DocumentedAnswer jsonAnswer(int status) {
    DocumentedAnswer best = null;
    for (DocumentedAnswer answer : answers) {
      boolean exact = answer.status() == status;
      if (answer.isJson() && answer.covers(status) && (best == null || exact)) {
        best = answer;
      }
    }
    return best;
  }

  /** Returns the values of the path's parameters, or null when {@code path} is another one. */
  @Nullable Map<String, String> match(List<String> path) {
    if (path.size() != segments.size()) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (isParameter(segment)) {
        values.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return null;
      }
    }
    return values;
  }

  /** Returns whether a segment of a path stands for a value. */
  public static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  /** Returns the segments of a path; the first is empty. */
  public static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
