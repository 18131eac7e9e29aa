// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.FieldError;
import ai.heymilo.generated.Operation;
import java.io.Serializable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every exception tells about the call that failed. Immutable. */
public final class FailedCall implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String operationId;
  private final String method;
  private final String pathTemplate;
  private final @Nullable String lookUp;
  private final int attempts;
  private final int status;
  private final @Nullable String requestId;
  private final ServerError error;

  private FailedCall(
      String operationId,
      String method,
      String pathTemplate,
      @Nullable String lookUp,
      int attempts,
      int status,
      @Nullable String requestId,
      ServerError error) {
    this.operationId = operationId;
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.lookUp = lookUp;
    this.attempts = attempts;
    this.status = status;
    this.requestId = requestId;
    this.error = error;
  }

  /** Returns a call of which nothing was sent. */
  public static FailedCall of(Operation operation) {
    return new FailedCall(
        operation.id(),
        operation.method(),
        operation.pathTemplate(),
        operation.lookUp(),
        0,
        0,
        null,
        ServerError.none());
  }

  FailedCall attempts(int attempts) {
    return new FailedCall(
        operationId, method, pathTemplate, lookUp, attempts, status, requestId, error);
  }

  FailedCall answered(int status, @Nullable String requestId, ServerError error) {
    return new FailedCall(
        operationId, method, pathTemplate, lookUp, attempts, status, requestId, error);
  }

  public String operationId() {
    return operationId;
  }

  public String method() {
    return method;
  }

  public String pathTemplate() {
    return pathTemplate;
  }

  /** Returns the id of the operation that shows whether it was applied; null if there is none. */
  public @Nullable String lookUp() {
    return lookUp;
  }

  public int attempts() {
    return attempts;
  }

  public int status() {
    return status;
  }

  public @Nullable String requestId() {
    return requestId;
  }

  public ServerError error() {
    return error;
  }

  /** Returns a message for an exception: nothing in it but names, codes, paths and numbers. */
  public String describe(String what) {
    StringBuilder text = new StringBuilder(operationId).append(' ').append(what);
    if (PlainText.isCode(error.code())) {
      text.append(", code ").append(error.code());
    }
    if (!error.fieldErrors().isEmpty()) {
      text.append(": ")
          .append(
              error.fieldErrors().stream()
                  .limit(10)
                  .map(FailedCall::describe)
                  .collect(Collectors.joining(", ")));
    }
    text.append(" [").append(method).append(' ').append(pathTemplate);
    if (attempts > 1) {
      text.append(", ").append(attempts).append(" attempts");
    }
    if (requestId != null) {
      text.append(", request ").append(requestId);
    }
    return text.append(']').toString();
  }

  private static String describe(FieldError field) {
    String path = PlainText.isPath(field.path()) ? field.path() : "(a field)";
    return PlainText.isCode(field.code()) ? path + " (" + field.code() + ")" : path;
  }
}
