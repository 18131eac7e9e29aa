// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.document.Route;
import ai.heymilo.sandbox.internal.operations.Call;
import ai.heymilo.sandbox.internal.operations.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a request by the document's schemas: a {@link Call}, or everything wrong with it. */
final class RequestReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final ApiDocument document;

  RequestReader(ApiDocument document) {
    this.document = document;
  }

  /**
   * Reads a request.
   *
   * @throws Refusal with status 422 and every finding, when the document refuses the request
   */
  Call read(Route route, SandboxRequest request) {
    List<Finding> findings = new ArrayList<>();
    Map<String, JsonNode> query = query(route.operation(), request, findings);
    JsonNode body = MissingNode.getInstance();
    String schema = route.operation().bodySchema();
    if (schema != null) {
      body = body(request);
      for (Finding finding : document.schemas().check(schema, body)) {
        findings.add(finding.in("body"));
      }
    }
    if (!findings.isEmpty()) {
      throw Refusal.invalid(findings);
    }
    return new Call(route.pathValues(), query, body);
  }

  private Map<String, JsonNode> query(
      ApiOperation operation, SandboxRequest request, List<Finding> findings) {
    Map<String, JsonNode> values = new HashMap<>();
    for (Map.Entry<String, String> parameter : operation.querySchemas().entrySet()) {
      String name = parameter.getKey();
      JsonNode schema = document.at(parameter.getValue());
      String text = request.query().get(name);
      if (text == null) {
        if (schema.has("default")) {
          values.put(name, schema.get("default"));
        }
        continue;
      }
      JsonNode value = value(schema, text);
      for (Finding finding : document.schemas().check(parameter.getValue(), value)) {
        findings.add(finding.in(name).in("query"));
      }
      values.put(name, value);
    }
    return values;
  }

  private static JsonNode value(JsonNode schema, String text) {
    if (schema.path("type").asText().equals("integer") && text.matches("-?\\d{1,18}")) {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    }
    return JsonNodeFactory.instance.textNode(text);
  }

  private static JsonNode body(SandboxRequest request) {
    if (request.body().length == 0) {
      throw invalidBody(List.of("body"), "a JSON body is required", "missing");
    }
    String type = request.header("content-type");
    if (type != null
        && !type.toLowerCase(Locale.ROOT).matches("application/([a-z.-]+\\+)?json.*")) {
      throw invalidBody(
          List.of("body"), "must be sent as application/json, was " + type, "model_type");
    }
    try {
      return JSON.readTree(request.body());
    } catch (JsonProcessingException e) {
      long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
      throw invalidBody(
          List.of("body", (int) Math.max(0, offset)),
          "JSON decode error: " + e.getOriginalMessage(),
          "json_invalid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal invalidBody(List<?> location, String message, String type) {
    return Refusal.invalid(List.of(Finding.of(location, message, type)));
  }
}
