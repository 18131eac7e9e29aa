// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 429 after every retry: the rate limit of the key is exhausted. Nothing was applied. */
public final class RateLimitException extends StatusException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   * @param retryAfter the wait that the server asks for; null if it names none
   */
  public RateLimitException(ErrorDetails details, @Nullable Duration retryAfter) {
    super(details);
    this.retryAfter = retryAfter;
  }

  /** Returns the wait that the server asked for in its last response; null if it named none. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
