// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import java.time.Duration;

/**
 * How many requests the sandbox accepts of one API key in a rolling window of its clock; more are
 * refused with 429 and do not count. Immutable.
 */
public final class RateLimit {
  private final int requests;
  private final Duration window;
  private final boolean retryAfter;

  private RateLimit(int requests, Duration window, boolean retryAfter) {
    this.requests = requests;
    this.window = window;
    this.retryAfter = retryAfter;
  }

  /** Returns no limit: what a sandbox has when nothing else is said. */
  public static RateLimit none() {
    return new RateLimit(0, Duration.ZERO, false);
  }

  /** Returns the limit that HeyMilo publishes: 300 requests a minute. */
  public static RateLimit published() {
    return of(300, Duration.ofMinutes(1));
  }

  /**
   * Returns a limit. A refused request is told in {@code Retry-After} how many whole seconds to
   * wait.
   *
   * @throws IllegalArgumentException when one of the two is not positive
   */
  public static RateLimit of(int requests, Duration window) {
    if (requests < 1 || window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException(
          "a limit needs 1 request or more in a positive window, had "
              + requests
              + " in "
              + window);
    }
    return new RateLimit(requests, window, true);
  }

  /** Returns the same limit, but refused requests are not told how long to wait. */
  public RateLimit withoutRetryAfter() {
    return new RateLimit(requests, window, false);
  }

  int requests() {
    return requests;
  }

  Duration window() {
    return window;
  }

  boolean hasRetryAfter() {
    return retryAfter;
  }
}
