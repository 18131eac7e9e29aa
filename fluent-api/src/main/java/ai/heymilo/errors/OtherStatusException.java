// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;

/** A status that has no exception of its own, for example 403, 409 or, for a read, 503. */
public final class OtherStatusException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public OtherStatusException(FailedCall call) {
    super(call);
  }
}
