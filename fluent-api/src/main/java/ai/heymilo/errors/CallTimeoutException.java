// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The call timeout has passed, or would pass during the next wait; then the call fails at once. The
 * call is safe to repeat: a write that may have been applied ends in an {@link
 * AmbiguousWriteException} instead.
 */
public final class CallTimeoutException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final Duration neededWait;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param what the predicate of the message, after the name of the operation
   * @param neededWait the wait that is too long; zero if the timeout has passed
   * @param cause the last failure, null if there is none
   */
  public CallTimeoutException(
      ErrorDetails details, String what, Duration neededWait, @Nullable Throwable cause) {
    super(details, details.describe(what), cause);
    this.neededWait = neededWait;
  }

  /**
   * Returns the wait before the next attempt that would have exceeded the timeout; zero if the
   * timeout has passed.
   */
  public Duration neededWait() {
    return neededWait;
  }
}
