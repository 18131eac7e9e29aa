// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.internal.FailedCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 429, and again after every retry: the limit of the key is used up. Nothing was applied. */
public final class RateLimitException extends StatusException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * Creates an exception; for the client itself.
   *
   * @param call what failed
   * @param retryAfter the wait that the server asks for, if it does
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public RateLimitException(FailedCall call, @Nullable Duration retryAfter) {
    super(call);
    this.retryAfter = retryAfter;
  }

  /** Returns the wait that the server asked for in its last answer; null if it did not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
