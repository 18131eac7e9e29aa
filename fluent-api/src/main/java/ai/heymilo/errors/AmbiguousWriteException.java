// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;
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
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   * @param what what happened
   * @param cause why
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public AmbiguousWriteException(FailedCall call, String what, @Nullable Throwable cause) {
    super(call, call.describe(what + "; " + advice(call)), cause);
  }

  private static String advice(FailedCall call) {
    String lookUp = call.lookUp();
    return "it may have been applied"
        + (lookUp == null
            ? ", and the API has no operation to find out"
            : ": call " + lookUp + " to find out before sending it again");
  }

  @Override
  public boolean mayHaveBeenApplied() {
    return true;
  }
}
