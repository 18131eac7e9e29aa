// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.FieldError;
import ai.heymilo.generated.Json;
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
  private final Secret secret;

  /**
   * Creates a decoder.
   *
   * @param secret the API key, cut out of whatever the server says
   */
  ErrorDecoder(Secret secret) {
    this.secret = secret;
  }

  ServerError decode(byte[] body) {
    JsonNode root;
    try {
      String text = new String(body, StandardCharsets.UTF_8);
      root = Json.mapper().readTree(secret.cutFrom(text));
    } catch (JacksonException e) {
      return ServerError.none(); // HTML of a proxy, or cut short: the status alone has to say it
    }
    JsonNode error = root.path("error");
    if (error.isObject()) {
      return ofError(error);
    }
    JsonNode detail = root.path("detail");
    if (detail.isArray()) {
      return ofDetail(detail);
    }
    String message =
        text(detail) != null
            ? text(detail)
            : text(error) != null ? text(error) : text(root, "message");
    return message == null
        ? ServerError.none()
        : new ServerError(null, text(root, "code"), message, List.of());
  }

  private static ServerError ofError(JsonNode error) {
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
    return new ServerError(
        text(error, "type"), text(error, "code"), text(error, "message"), fields);
  }

  private static ServerError ofDetail(JsonNode detail) {
    List<FieldError> fields = new ArrayList<>();
    for (JsonNode item : detail) {
      fields.add(FieldError.of(path(item.path("loc")), text(item, "type"), text(item, "msg")));
    }
    String message = fields.isEmpty() ? null : fields.get(0).message();
    return new ServerError(null, null, message, fields);
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
