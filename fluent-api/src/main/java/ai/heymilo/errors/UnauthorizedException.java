// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;

/** 401: the API key is missing, wrong or revoked. */
public final class UnauthorizedException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public UnauthorizedException(FailedCall call) {
    super(call);
  }
}
