// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.Finding;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends an operation with an error in one of the document's two shapes. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  private Refusal(String message, Reply reply) {
    super(message, null, false, false);
    this.reply = reply;
  }

  /** Returns the answer. */
  public Reply reply() {
    return reply;
  }

  /** Returns the same refusal with one more header. */
  public Refusal withHeader(String name, String value) {
    return new Refusal(String.valueOf(getMessage()), reply.withHeader(name, value));
  }

  /** Returns the refusal of an unknown identifier: 404. */
  public static Refusal notFound(String what, String id, String param) {
    return of(404, "not_found_error", what + "_not_found", "No such " + what + ": " + id, param);
  }

  /**
   * Returns the refusal of a request that is valid by the schemas, but not now or not here: 400.
   */
  public static Refusal badRequest(String code, String message, @Nullable String param) {
    return of(400, "invalid_request_error", code, message, param);
  }

  /** Returns a refusal in the shape of the document's {@code APIErrorResponse}. */
  public static Refusal of(
      int status, String type, String code, String message, @Nullable String param) {
    return of(status, type, code, message, param, JsonNodeFactory.instance.arrayNode());
  }

  /** Returns a refusal in the shape of {@code APIErrorResponse} with details. */
  public static Refusal of(
      int status,
      String type,
      String code,
      String message,
      @Nullable String param,
      ArrayNode errors) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error");
    error.put("type", type).put("code", code).put("message", message).put("param", param);
    error.putNull("doc_url").set("errors", errors);
    return new Refusal(message, Reply.of(status, body));
  }

  /**
   * Returns the refusal of an invalid request: 422, in the shape of {@code HTTPValidationError}.
   */
  public static Refusal invalid(List<Finding> findings) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode detail = body.putArray("detail");
    findings.forEach(finding -> detail.add(finding.toJson()));
    return new Refusal("invalid: " + findings, Reply.of(422, body));
  }
}
