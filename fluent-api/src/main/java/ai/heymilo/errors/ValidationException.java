// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** 422: the server rejected values of the request; {@link #fieldErrors()} lists them. */
public final class ValidationException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   */
  public ValidationException(ErrorDetails details) {
    super(details);
  }
}
