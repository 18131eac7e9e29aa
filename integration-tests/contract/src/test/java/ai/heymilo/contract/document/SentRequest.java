// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.Route;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;

/** A request that arrived, and the operation of the document that it is for. */
record SentRequest(LoggedRequest request, Documented operation) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static SentRequest of(LoggedRequest request) {
    String path = URI.create(request.getUrl()).getRawPath();
    Route route = ApiDocument.bundled().route(request.getMethod().getName(), path);
    assertThat(route).as("%s %s is in the document", request.getMethod(), path).isNotNull();
    return new SentRequest(
        request,
        Documented.operations().stream()
            .filter(operation -> operation.id().equals(route.operation().id()))
            .findFirst()
            .orElseThrow());
  }

  /** Asserts that path, query, headers and body are as the document says. */
  void assertValid(SentFields fields) {
    Map<String, Documented.Parameter> parameters = operation.parameters();
    assertThat(request.getHeader("X-API-KEY")).isNotBlank();
    for (Map.Entry<String, QueryParameter> sent : request.getQueryParams().entrySet()) {
      Documented.Parameter parameter = parameters.get("query " + sent.getKey());
      assertThat(parameter).as("%s has a parameter %s", operation, sent.getKey()).isNotNull();
      fields.add(operation.id() + "?" + sent.getKey());
      sent.getValue().values().forEach(value -> assertValid(parameter, value));
    }
    parameters.values().stream()
        .filter(parameter -> parameter.in().equals("query") && parameter.required())
        .forEach(needed -> assertThat(request.getQueryParams()).containsKey(needed.name()));
    ApiDocument.bundled()
        .route(request.getMethod().getName(), URI.create(request.getUrl()).getRawPath())
        .pathValues()
        .forEach((name, value) -> assertValid(parameters.get("path " + name), value));
    assertBody(fields);
  }

  private void assertValid(Documented.Parameter parameter, String value) {
    JsonNode schema = Documented.resolve(Documented.DOCUMENT.at(parameter.schema()));
    JsonNode plain = schema.has("anyOf") ? Documented.resolve(schema.path("anyOf").get(0)) : schema;
    if (plain.has("items")) { // each is a parameter of its own
      String items = parameter.schema() + (schema.has("anyOf") ? "/anyOf/0/items" : "/items");
      assertValid(new Documented.Parameter(parameter.name(), "query", false, items), value);
      return;
    }
    boolean isText = plain.path("type").asText("string").equals("string");
    SchemaCheck.assertValid(parameter.schema(), isText ? TextNode.valueOf(value) : read(value));
    if (plain.path("format").asText().equals("date-time")) {
      assertThat(OffsetDateTime.parse(value)).as(parameter.name()).isNotNull();
    }
  }

  private void assertBody(SentFields fields) {
    byte[] body = request.getBody();
    Map<String, String> documented = operation.bodies();
    if (documented.isEmpty() || body.length == 0) {
      assertThat(body).as("body of %s", operation).isEmpty();
      assertThat(documented.isEmpty() || !operation.bodyIsRequired()).isTrue();
      return;
    }
    String type = request.getHeader("Content-Type").replaceAll(";.*", "");
    assertThat(documented).containsKey(type);
    if (!type.matches("application/([\\w.-]+\\+)?json")) {
      return;
    }
    JsonNode json = read(request.getBodyAsString());
    SchemaCheck.assertValid(documented.get(type), json);
    fields.addAll(operation.id(), Documented.DOCUMENT.at(documented.get(type)), json);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }
}
