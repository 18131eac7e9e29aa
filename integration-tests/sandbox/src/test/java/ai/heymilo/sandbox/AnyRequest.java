// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.Parameter;
import ai.heymilo.sandbox.internal.examples.Amount;
import ai.heymilo.sandbox.internal.examples.Examples;
import ai.heymilo.sandbox.internal.examples.Shapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends requests that are valid by the document to any of its operations, on objects that exist:
 * what the path goes through is created, or taken from a list, before.
 */
final class AnyRequest {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A request and its answer. */
  record Sent(String line, JsonNode body, HttpResponse<byte[]> response) {
    @Override
    public String toString() {
      return line + " " + body;
    }
  }

  private final HeyMiloSandbox sandbox;
  private final ApiDocument document;
  private final Shapes shapes;

  AnyRequest(HeyMiloSandbox sandbox, ApiDocument document) {
    this.sandbox = sandbox;
    this.document = document;
    this.shapes = new Shapes(document);
  }

  Sent send(ApiOperation operation, Amount amount, long seed) throws Exception {
    return send(operation, path(operation), amount, seed);
  }

  Sent send(ApiOperation operation, String path, Amount amount, long seed) throws Exception {
    Examples examples = new Examples(document, shapes, amount, seed);
    String url = path + query(operation, amount, examples);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + url))
            .header("X-API-KEY", sandbox.apiKey());
    JsonNode json = JSON.missingNode();
    String pointer = operation.jsonBody();
    if (pointer != null && (operation.isBodyRequired() || amount != Amount.MINIMAL)) {
      json = judged(operation, examples.at(pointer));
      request
          .header("Content-Type", "application/json")
          .method(operation.method(), BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json)));
    } else if (pointer == null && !operation.bodies().isEmpty()) {
      String type = operation.bodies().keySet().iterator().next();
      request
          .header("Content-Type", type + (type.startsWith("multipart/") ? "; boundary=b" : ""))
          .method(operation.method(), BodyPublishers.ofString("--b--\r\n"));
    } else {
      request.method(operation.method(), BodyPublishers.noBody());
    }
    return new Sent(operation.method() + " " + url, json, send(request));
  }

  HttpResponse<byte[]> withoutKey(ApiOperation operation) throws Exception {
    String path = operation.path().replaceAll("\\{\\w+}", "1");
    return send(
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .method(operation.method(), BodyPublishers.noBody()));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  /**
   * What the document states in words: a posting is made of a workflow or of a template, and a
   * step's configuration has known keys only.
   */
  private static JsonNode judged(ApiOperation operation, JsonNode body) {
    if (operation.id().equals("createPosting")) {
      ((ObjectNode) body).remove(List.of("interview_template_id", "deadline"));
      if (body.path("workflow").isEmpty()) {
        ((ObjectNode) body).putArray("workflow").addObject().put("type", "form");
      }
    } else if (operation.id().equals("updateInterviewerWorkflowStep")) {
      ((ObjectNode) body).putObject("config");
    }
    return body;
  }

  private String query(ApiOperation operation, Amount amount, Examples examples) {
    List<String> pairs = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      boolean dependent = parameter.name().matches("starting_after|created_before");
      if (parameter.place().equals("query")
          && (parameter.isRequired() || (amount != Amount.MINIMAL && !dependent))) {
        JsonNode value = examples.at(parameter.schema());
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
          if (!one.isNull()) {
            pairs.add(
                parameter.name() + "=" + URLEncoder.encode(one.asText(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  /** Returns the path of an operation through objects that exist. */
  String path(ApiOperation operation) throws Exception {
    String path = "";
    String template = "";
    for (String segment : operation.segments().subList(1, operation.segments().size())) {
      String value =
          ApiOperation.isParameter(segment)
              ? URLEncoder.encode(id(template, path, segment), StandardCharsets.UTF_8)
              : segment;
      path += "/" + value;
      template += "/" + segment;
    }
    return path;
  }

  private String id(String template, String path, String segment) throws Exception {
    String parameter = segment.substring(1, segment.length() - 1);
    for (String method : List.of("POST", "GET")) {
      for (ApiOperation operation : document.operations()) {
        if (operation.path().equals(template) && operation.method().equals(method)) {
          Sent sent = send(operation, path, Amount.MINIMAL, 1);
          JsonNode made = JSON.readTree(sent.response().body()).path("data");
          JsonNode one = made.isArray() ? made.path(0) : made;
          String id = one.path(one.has(parameter) ? parameter : "id").asText();
          if (!id.isEmpty()) {
            return id;
          }
        }
      }
    }
    return template.endsWith("/workflow") ? "1" : "any";
  }
}
