// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** 404: there is no such posting, step or template, or the key may not see it. */
public final class NotFoundException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   */
  public NotFoundException(ErrorDetails details) {
    super(details);
  }
}
