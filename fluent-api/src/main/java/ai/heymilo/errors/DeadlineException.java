// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time for the call is over, or a wait that it needs would not fit in it. A call fails with
 * this at once, without waiting in vain. A write that may have been applied ends in an {@link
 * AmbiguousWriteException} instead, so after this one it is safe to repeat the call.
 */
public final class DeadlineException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final Duration neededWait;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   * @param what what did not fit
   * @param neededWait the wait that did not fit, zero if the time was over
   * @param cause the failure that the call would have waited for, if any
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public DeadlineException(
      FailedCall call, String what, Duration neededWait, @Nullable Throwable cause) {
    super(call, call.describe(what), cause);
    this.neededWait = neededWait;
  }

  /**
   * Returns how long the call would have had to wait for its next attempt; zero if it was not
   * waiting, but its time was over.
   */
  public Duration neededWait() {
    return neededWait;
  }
}
