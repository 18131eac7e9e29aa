// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** 404: the object does not exist, or the key has no access to it. */
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
