// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.DocumentedAnswer;
import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.document.Parameter;
import ai.heymilo.sandbox.internal.document.Route;
import ai.heymilo.sandbox.internal.examples.Shapes;
import ai.heymilo.sandbox.internal.examples.WordedLimits;
import ai.heymilo.sandbox.internal.operations.Call;
import ai.heymilo.sandbox.internal.operations.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a request by the document's schemas: a {@link Call}, or everything wrong with it. */
final class RequestReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final ApiDocument document;
  private final WordedLimits words;
  private final ParameterValues values;

  RequestReader(ApiDocument document, Shapes shapes, boolean strict) {
    this.document = document;
    this.words = new WordedLimits(shapes, strict);
    this.values = new ParameterValues(shapes);
  }

  /**
   * Reads a request.
   *
   * @throws Refusal with status 422 and every finding, when the document refuses the request
   */
  Call read(Route route, SandboxRequest request) {
    List<Finding> findings = new ArrayList<>();
    Map<String, JsonNode> query = new HashMap<>();
    Map<String, JsonNode> defaults = new HashMap<>();
    for (Parameter parameter : route.operation().parameters()) {
      JsonNode schema = document.at(parameter.schema());
      JsonNode value = values.of(schema, sent(parameter, route, request));
      String place = parameter.place();
      if (value == null) {
        if (parameter.isRequired()) {
          findings.add(Finding.of(List.of(place, parameter.name()), "is required", "missing"));
        } else if (place.equals("query") && schema.has("default")) {
          defaults.put(parameter.name(), schema.get("default"));
        }
        continue;
      }
      for (Finding finding : document.schemas().check(parameter.schema(), value)) {
        findings.add(finding.in(parameter.name()).in(place));
      }
      if (place.equals("query")) {
        query.put(parameter.name(), value);
      }
    }
    JsonNode body = body(route.operation(), request, findings);
    if (!findings.isEmpty()) {
      throw Refusal.invalid(findings);
    }
    return new Call(route, query, defaults, body);
  }

  private static List<String> sent(Parameter parameter, Route route, SandboxRequest request) {
    String value;
    switch (parameter.place()) {
      case "query":
        return request.query(parameter.name());
      case "path":
        value = route.pathValues().get(parameter.name());
        break;
      case "header":
        value = request.header(parameter.name().toLowerCase(Locale.ROOT));
        break;
      default:
        value = cookie(parameter.name(), request.header("cookie"));
    }
    return value == null ? List.of() : List.of(value);
  }

  private static @Nullable String cookie(String name, @Nullable String cookies) {
    for (String cookie : cookies == null ? new String[0] : cookies.split(";\\s*", -1)) {
      if (cookie.startsWith(name + "=")) {
        return cookie.substring(name.length() + 1);
      }
    }
    return null;
  }

  private JsonNode body(ApiOperation operation, SandboxRequest request, List<Finding> findings) {
    if (operation.bodies().isEmpty()) {
      return MissingNode.getInstance();
    }
    String schema = operation.jsonBody();
    if (request.body().length == 0) {
      if (operation.isBodyRequired()) {
        throw invalidBody(List.of("body"), "a body is required", "missing");
      }
      return MissingNode.getInstance();
    }
    String type = request.header("content-type");
    boolean json = type == null ? schema != null : DocumentedAnswer.isJson(type);
    if (json ? schema == null : operation.bodies().keySet().stream().noneMatch(t -> is(type, t))) {
      String wanted = String.join(" or ", operation.bodies().keySet());
      throw invalidBody(
          List.of("body"), "must be sent as " + wanted + ", was " + type, "model_type");
    }
    if (!json || schema == null) {
      return MissingNode.getInstance();
    }
    JsonNode body = parsed(request.body());
    List<Finding> wrong = document.schemas().check(schema, body);
    if (wrong.isEmpty()) {
      wrong = words.check(document.at(schema), body);
    }
    wrong.forEach(finding -> findings.add(finding.in("body")));
    return body;
  }

  private static boolean is(@Nullable String type, String documented) {
    if (type == null) {
      return true;
    }
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String range = documented.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return plain.equals(range)
        || range.equals("*/*")
        || (range.endsWith("/*") && plain.startsWith(range.substring(0, range.length() - 1)));
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
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
