// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 429, and again after every retry: the limit of the key is used up. Nothing was applied. */
public final class RateLimitException extends StatusException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param retryAfter the wait that the server asks for, if it does
   */
  public RateLimitException(ErrorDetails details, @Nullable Duration retryAfter) {
    super(details);
    this.retryAfter = retryAfter;
  }

  /** Returns the wait that the server asked for in its last answer; null if it did not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
