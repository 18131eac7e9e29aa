// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.errors.FieldError;
import ai.heymilo.internal.ApiKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an error: {@code {"error":{…}}}, {@code {"detail":[…]}}, {@code
 * {"detail":"text"}}; other bodies are ignored. Of a body that was cut short, what is complete
 * counts. The key is removed from every text once it is decoded.
 */
final class ErrorDecoder {
  /** How much text of an error is kept. */
  private static final int MOST_TEXT = 64 << 10;

  private final ApiKey key;
  private final ErrorDetails call;
  private int left = MOST_TEXT;

  /**
   * Creates a decoder.
   *
   * @param key removed from all texts
   * @param call the details to complete
   */
  ErrorDecoder(ApiKey key, ErrorDetails call) {
    this.key = key;
    this.call = call;
  }

  /** Returns the details with the content of a body, or with none if it has no known shape. */
  ErrorDetails decode(byte[] body) {
    JsonNode root = PartialJson.read(body);
    JsonNode error = root.path("error");
    if (error.isObject()) {
      return ofError(error);
    }
    JsonNode detail = root.path("detail");
    if (detail.isArray()) {
      return ofDetail(detail);
    }
    String message =
        detail.isTextual() ? text(detail) : error.isTextual() ? text(error) : text(root, "message");
    return call.withError(null, message == null ? null : text(root, "code"), message, List.of());
  }

  private ErrorDetails ofError(JsonNode error) {
    List<FieldError> fields = new ArrayList<>();
    for (JsonNode item : error.path("errors")) {
      if (left == 0) {
        break;
      }
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

  private ErrorDetails ofDetail(JsonNode detail) {
    List<FieldError> fields = new ArrayList<>();
    for (JsonNode item : detail) {
      if (left == 0) {
        break;
      }
      fields.add(FieldError.of(path(item.path("loc")), text(item, "type"), text(item, "msg")));
    }
    String message = fields.isEmpty() ? null : fields.get(0).message();
    return call.withError(null, null, message, fields);
  }

  /** Writes {@code ["body","workflow",1,"title"]} as {@code workflow[1].title}. */
  private String path(JsonNode location) {
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
    return key.removeFrom(path.toString());
  }

  private @Nullable String text(JsonNode node, String field) {
    return text(node.path(field));
  }

  private @Nullable String text(JsonNode node) {
    if (!node.isTextual() && !node.isNumber()) {
      return null;
    }
    String text = key.removeFrom(node.asText());
    String kept = text.substring(0, Math.min(text.length(), left));
    left -= kept.length();
    return kept;
  }
}
