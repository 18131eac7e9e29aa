// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.generated.Operation;
import java.io.Serializable;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The details of a failed call, for its exception. Tests of error handling can create them too.
 * Immutable: each {@code with…} method returns a copy.
 */
public final class ErrorDetails implements Serializable, Cloneable {
  private static final long serialVersionUID = 1L;
  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

  /** Identifiers are safe in messages; the server's words may repeat personal data. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,63}");

  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,200}");

  final String operationId;
  final String method;
  final String pathTemplate;
  final @Nullable String lookUp;
  int attempts;
  int status;
  private transient @Nullable HttpHeaders headers;
  @Nullable String requestId;
  @Nullable String type;
  @Nullable String code;
  @Nullable String message;
  private FieldError[] fieldErrors = {};

  private ErrorDetails(Operation operation) {
    this.operationId = operation.id();
    this.method = operation.method();
    this.pathTemplate = operation.pathTemplate();
    this.lookUp = operation.lookUp();
  }

  /** Returns the details of a call that was not sent. */
  public static ErrorDetails of(Operation operation) {
    return new ErrorDetails(operation);
  }

  private ErrorDetails with(Consumer<ErrorDetails> change) {
    try {
      ErrorDetails copy = (ErrorDetails) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns these details with the number of requests that were sent, or tried to be sent. */
  public ErrorDetails withAttempts(int number) {
    return with(details -> details.attempts = number);
  }

  /**
   * Returns these details with a response.
   *
   * @param responseStatus its status
   * @param responseHeaders its headers
   * @param id the server's id of the request, null if it gave none
   */
  public ErrorDetails withResponse(
      int responseStatus, HttpHeaders responseHeaders, @Nullable String id) {
    return with(
        details -> {
          details.status = responseStatus;
          details.headers = responseHeaders;
          details.requestId = id;
        });
  }

  /**
   * Returns these details with the content of an error body.
   *
   * @param errorType the server's category of the error, null if it gave none
   * @param errorCode the server's machine-readable code, null if it gave none
   * @param text the server's words, null if it gave none
   * @param fields the fields that the server rejected
   */
  public ErrorDetails withError(
      @Nullable String errorType,
      @Nullable String errorCode,
      @Nullable String text,
      List<FieldError> fields) {
    return with(
        details -> {
          details.type = errorType;
          details.code = errorCode;
          details.message = text;
          details.fieldErrors = fields.toArray(new FieldError[0]);
        });
  }

  /** Returns the status of the last response; 0 if there was none. */
  public int status() {
    return status;
  }

  HttpHeaders headers() {
    return headers == null ? NO_HEADERS : headers;
  }

  List<FieldError> fieldErrors() {
    return List.of(fieldErrors);
  }

  /** Returns a message of names, codes, paths and numbers alone. */
  String describe(String what) {
    StringBuilder text = new StringBuilder(operationId).append(' ').append(what);
    if (isCode(code)) {
      text.append(", code ").append(code);
    }
    if (fieldErrors.length > 0) {
      text.append(": ")
          .append(
              fieldErrors().stream()
                  .limit(10)
                  .map(ErrorDetails::describe)
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
    String path = PATH.matcher(field.path()).matches() ? field.path() : "(a field)";
    return isCode(field.code()) ? path + " (" + field.code() + ")" : path;
  }

  private static boolean isCode(@Nullable String text) {
    return text != null && CODE.matcher(text).matches();
  }
}
