// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;

/** 422: the server refused values of the request; {@link #fieldErrors()} says which. */
public final class ValidationException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public ValidationException(FailedCall call) {
    super(call);
  }
}
