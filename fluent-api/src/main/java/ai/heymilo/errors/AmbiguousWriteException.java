// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import org.jspecify.annotations.Nullable;

/**
 * A write was sent and its fate is unknown: the connection broke, no response came in time, the
 * response could not be read, or the server failed. It may have been applied, in whole or in part.
 * The API has no idempotency key, so the client never repeats such a request. Look it up before you
 * do; the message names the operation to call, if there is one. For candidates, use {@code
 * reconcile()} of the ingest report.
 *
 * <p>{@link #status()} is the status of the last response, 0 if there was none; {@link #getCause()}
 * is the failure.
 */
public final class AmbiguousWriteException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param what the predicate of the message, after the name of the operation
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
