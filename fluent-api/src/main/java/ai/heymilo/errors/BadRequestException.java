// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** 400: the server cannot process the request. */
public final class BadRequestException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   */
  public BadRequestException(ErrorDetails details) {
    super(details);
  }
}
