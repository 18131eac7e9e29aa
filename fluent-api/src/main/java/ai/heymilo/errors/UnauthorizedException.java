// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** 401: the API key is missing, wrong or revoked. */
public final class UnauthorizedException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   */
  public UnauthorizedException(ErrorDetails details) {
    super(details);
  }
}
