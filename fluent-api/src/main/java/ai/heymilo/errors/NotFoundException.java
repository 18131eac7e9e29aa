// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;

/** 404: there is no such posting, step or template, or the key may not see it. */
public final class NotFoundException extends StatusException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public NotFoundException(FailedCall call) {
    super(call);
  }
}
