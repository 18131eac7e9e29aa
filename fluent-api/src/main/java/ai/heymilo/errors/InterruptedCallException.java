// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import org.jspecify.annotations.Nullable;

/**
 * The thread that waited for the call was interrupted. Its interrupt flag is set; nothing further
 * was sent.
 */
public final class InterruptedCallException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final boolean mayHaveBeenApplied;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param mayHaveBeenApplied whether a write was already on its way
   * @param cause the interrupt
   */
  public InterruptedCallException(
      ErrorDetails details, boolean mayHaveBeenApplied, @Nullable Throwable cause) {
    super(
        details,
        details.describe(
            mayHaveBeenApplied
                ? "was interrupted after it was sent: it may have been applied"
                : "was interrupted"),
        cause);
    this.mayHaveBeenApplied = mayHaveBeenApplied;
  }

  @Override
  public boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }
}
