// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.errors.FieldError;
import ai.heymilo.generated.Json;
import ai.heymilo.internal.ApiKey;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an error: {@code {"error":{…}}}, {@code {"detail":[…]}}, {@code
 * {"detail":"text"}}, or anything else, of which nothing is kept. The values that were sent ({@code
 * input} of a finding) are never kept.
 */
final class ErrorDecoder {
  private final ApiKey key;

  /**
   * Creates a decoder.
   *
   * @param key removed from whatever the server says
   */
  ErrorDecoder(ApiKey key) {
    this.key = key;
  }

  /** Returns the details with the content of a body, or with none if it has no known shape. */
  ErrorDetails decode(byte[] body, ErrorDetails call) {
    ErrorDetails none = call.withError(null, null, null, List.of());
    JsonNode root;
    try {
      String text = new String(body, StandardCharsets.UTF_8);
      root = Json.mapper().readTree(key.removeFrom(text));
    } catch (JacksonException e) {
      return none; // HTML of a proxy, or cut short: the status alone has to say it
    }
    JsonNode error = root.path("error");
    if (error.isObject()) {
      return ofError(error, call);
    }
    JsonNode detail = root.path("detail");
    if (detail.isArray()) {
      return ofDetail(detail, call);
    }
    String message =
        text(detail) != null
            ? text(detail)
            : text(error) != null ? text(error) : text(root, "message");
    return message == null ? none : call.withError(null, text(root, "code"), message, List.of());
  }

  private static ErrorDetails ofError(JsonNode error, ErrorDetails call) {
    List<FieldError> fields = new ArrayList<>();
    for (JsonNode item : error.path("errors")) {
      String param = text(item, "param");
      fields.add(
          FieldError.of(param == null ? "" : param, text(item, "code"), text(item, "message")));
    }
    String param = text(error, "param");
    if (fields.isEmpty() && param != null) {
      fields.add(FieldError.of(param, text(error, "code"), text(error, "message")));
    }
    return call.withError(text(error, "type"), text(error, "code"), text(error, "message"), fields);
  }

  private static ErrorDetails ofDetail(JsonNode detail, ErrorDetails call) {
    List<FieldError> fields = new ArrayList<>();
    for (JsonNode item : detail) {
      fields.add(FieldError.of(path(item.path("loc")), text(item, "type"), text(item, "msg")));
    }
    String message = fields.isEmpty() ? null : fields.get(0).message();
    return call.withError(null, null, message, fields);
  }

  /** Writes {@code ["body","workflow",1,"title"]} as {@code workflow[1].title}. */
  private static String path(JsonNode location) {
    StringBuilder path = new StringBuilder();
    boolean first = true;
    for (JsonNode part : location) {
      if (part.isNumber()) {
        path.append('[').append(part.asText()).append(']');
      } else if (!(first && part.asText().equals("body"))) {
        path.append(path.length() == 0 ? "" : ".").append(part.asText());
      }
      first = false;
    }
    return path.toString();
  }

  private static @Nullable String text(JsonNode node, String field) {
    return text(node.path(field));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : node.isNumber() ? node.asText() : null;
  }
}
