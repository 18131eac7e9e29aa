// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How long to wait. Immutable. */
final class Backoff {
  private static final Duration MOST_JITTER = Duration.ofMillis(250);

  private final RetryPolicy policy;
  private final DoubleSupplier random;

  /**
   * Creates a backoff.
   *
   * @param random gives numbers from 0 to 1
   */
  Backoff(RetryPolicy policy, DoubleSupplier random) {
    this.policy = policy;
    this.random = random;
  }

  /** The wait after the n-th 429 of a call, from 0: what the server says, or doubling. */
  Duration afterRefusal(int n, @Nullable Duration said) {
    return said != null
        ? said
        : doubled(policy.firstRateLimitWait(), n, policy.longestRateLimitWait());
  }

  /** What is added after a 429, so that not all who wait come back in the same moment. */
  Duration jitter() {
    return scaled(MOST_JITTER, random.getAsDouble());
  }

  /** The wait after the n-th other failure of a call, from 0; never less than the server says. */
  Duration afterFailure(int n, @Nullable Duration said) {
    Duration wait =
        scaled(doubled(policy.firstWait(), n, policy.longestWait()), 1 - random.getAsDouble() / 4);
    return said != null && said.compareTo(wait) > 0 ? said : wait;
  }

  private static Duration doubled(Duration first, int n, Duration longest) {
    Duration wait = first.multipliedBy(1L << Math.min(n, 20));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }
}
