// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import org.jspecify.annotations.Nullable;

/**
 * A write was sent and its fate is unknown: the connection broke, no answer came in time, the
 * answer could not be read, or the server failed. It may have been applied, in whole or in part.
 * The API has no idempotency key, so the client does not send such a request again, and neither
 * should the caller before finding out: the message names the operation that shows it, where the
 * API has one. For candidates, {@code reconcile()} of an ingest report does so.
 *
 * <p>{@link #status()} is the status of the last answer, 0 if none came; {@link #getCause()} is
 * what happened.
 */
public final class AmbiguousWriteException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param what what happened, after the name of the operation
   * @param cause the reason, null if there is none
   */
  public AmbiguousWriteException(ErrorDetails details, String what, @Nullable Throwable cause) {
    super(details, details.describe(what + "; " + advice(details)), cause);
  }

  private static String advice(ErrorDetails details) {
    return details.lookUp == null
        ? "it may have been applied, and the API has no operation to find out"
        : "it may have been applied: call "
            + details.lookUp
            + " to find out before sending it again";
  }

  @Override
  public boolean mayHaveBeenApplied() {
    return true;
  }
}
