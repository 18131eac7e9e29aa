// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;
import org.jspecify.annotations.Nullable;

/**
 * The request could not be sent, or it was a read whose answer did not come or could not be read.
 * Nothing was applied, so the call may be repeated.
 */
public final class TransportException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   * @param what what happened
   * @param cause why
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public TransportException(FailedCall call, String what, @Nullable Throwable cause) {
    super(call, call.describe(what), cause);
  }
}
