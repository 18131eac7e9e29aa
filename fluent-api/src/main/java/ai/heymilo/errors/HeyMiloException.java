// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import java.net.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that this client throws for a call:
 *
 * <ul>
 *   <li>nothing was sent: {@link InvalidRequestException}, {@link CallTimeoutException}, {@link
 *       InterruptedCallException};
 *   <li>the server rejected it: {@link StatusException} and one subclass for each status that the
 *       API documents;
 *   <li>the transport failed: {@link TransportException}, {@link AmbiguousWriteException};
 *   <li>a series of calls ended early: {@link PagingException}, {@link
 *       ai.heymilo.candidates.IngestAbortedException}.
 * </ul>
 *
 * <p>Messages name the operation, the status, and codes and paths of fields. The API key, values of
 * the request and the server's message, which may repeat personal data, are not in them; the
 * server's message is in {@link #serverMessage()} and {@link #fieldErrors()}.
 */
public abstract class HeyMiloException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorDetails details;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param message the message, without the key and without personal data
   * @param cause the reason, null if there is none
   */
  protected HeyMiloException(ErrorDetails details, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.details = details;
  }

  /** Returns the document's id of the operation, for example {@code createPosting}. */
  public String operationId() {
    return details.operationId;
  }

  /** Returns the HTTP method of the operation, in capitals. */
  public String method() {
    return details.method;
  }

  /** Returns the path of the operation with its parameters in braces. */
  public String pathTemplate() {
    return details.pathTemplate;
  }

  /** Returns the HTTP status of the last response; 0 if there was none. */
  public int status() {
    return details.status;
  }

  /**
   * Returns the headers of the last response, without the API key; empty if there was none, and in
   * an exception that was serialised.
   */
  public HttpHeaders headers() {
    return details.headers();
  }

  /** Returns the server's id of the request, for support cases; null if it gave none. */
  public @Nullable String requestId() {
    return details.requestId;
  }

  /**
   * Returns the number of attempts, including those that could not be sent; 0 if there was none.
   */
  public int attempts() {
    return details.attempts;
  }

  /** Returns the server's category of the error; null if it gave none. */
  public @Nullable String type() {
    return details.type;
  }

  /** Returns the server's machine-readable code; null if it gave none. */
  public @Nullable String code() {
    return details.code;
  }

  /** Returns the server's message, which may repeat what was sent; null if it gave none. */
  public @Nullable String serverMessage() {
    return details.message;
  }

  /** Returns the fields that the server rejected, unmodifiable; empty if it named none. */
  public List<FieldError> fieldErrors() {
    return details.fieldErrors();
  }

  /**
   * Returns whether the call was a write that the server may have applied despite the failure. If
   * so, look it up before you repeat it.
   *
   * @return true for an {@link AmbiguousWriteException}, for an {@link InterruptedCallException} of
   *     a write that was already on its way, and for an {@link
   *     ai.heymilo.candidates.IngestAbortedException} with inputs of unknown fate; false for all
   *     others
   */
  public boolean mayHaveBeenApplied() {
    return false;
  }
}
