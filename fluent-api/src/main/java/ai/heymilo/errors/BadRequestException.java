// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;

/** 400: the server cannot make sense of the request. */
public final class BadRequestException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public BadRequestException(FailedCall call) {
    super(call);
  }
}
