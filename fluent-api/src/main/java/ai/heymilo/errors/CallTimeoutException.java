// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time for the call is over, or a wait that it needs would not fit in it. A call fails with
 * this at once, without waiting in vain. A write that may have been applied ends in an {@link
 * AmbiguousWriteException} instead, so after this one it is safe to repeat the call.
 */
public final class CallTimeoutException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final Duration neededWait;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param what what did not fit
   * @param neededWait the wait that did not fit, zero if the time was over
   * @param cause the failure that the call would have waited for, if any
   */
  public CallTimeoutException(
      ErrorDetails details, String what, Duration neededWait, @Nullable Throwable cause) {
    super(details, details.describe(what), cause);
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
