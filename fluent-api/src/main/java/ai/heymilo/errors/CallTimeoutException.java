// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The call timeout is over, or would be after the next wait, in which case the call fails at once.
 * A write that may have been applied ends in an {@link AmbiguousWriteException} instead, so it is
 * safe to repeat the call.
 */
public final class CallTimeoutException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final Duration neededWait;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param what what happened, after the name of the operation
   * @param neededWait the wait that is too long, zero if the time is over
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
