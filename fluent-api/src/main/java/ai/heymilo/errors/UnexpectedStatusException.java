// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** A status without an exception of its own, for example 403, 409 or, for a read, 503. */
public final class UnexpectedStatusException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   */
  public UnexpectedStatusException(ErrorDetails details) {
    super(details);
  }
}
