// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import org.jspecify.annotations.Nullable;

/**
 * The request could not be sent, or the response of a read did not arrive or could not be read.
 * Nothing was applied, so the call may be repeated.
 */
public final class TransportException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param what the predicate of the message, after the name of the operation
   * @param cause the reason, null if there is none
   */
  public TransportException(ErrorDetails details, String what, @Nullable Throwable cause) {
    super(details, details.describe(what), cause);
  }
}
