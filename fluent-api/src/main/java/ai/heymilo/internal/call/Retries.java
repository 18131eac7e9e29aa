// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.internal.ClientOptions;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Counts the failures of one call, and decides on retries and waits. Not thread-safe. */
final class Retries {
  private static final Duration MOST_JITTER = Duration.ofMillis(250);

  private final Repeatability repeatability;
  private final RetryPolicy policy;
  private final DoubleSupplier random;
  private final RetryBudget budget;
  private int refused;
  private int failed;
  private boolean unreadable;

  Retries(Repeatability repeatability, ClientOptions options, RetryBudget budget) {
    this.repeatability = repeatability;
    this.policy = options.retryPolicy();
    this.random = options.random();
    this.budget = budget;
  }

  /** Counts a 429 and returns how long all calls have to wait. */
  Duration refused(@Nullable Duration said) {
    return afterRefusal(refused++, said);
  }

  boolean mayFollowRefusal() {
    return refused <= policy.rateLimitRetries();
  }

  /** Counts another failure, and returns whether the call may be sent again after it. */
  boolean mayFollow(Condition condition) {
    boolean unreadableAgain = condition == Condition.UNREADABLE && unreadable;
    unreadable |= condition == Condition.UNREADABLE;
    failed++;
    return repeatability.retries(condition)
        && !unreadableAgain
        && failed < policy.attempts()
        && budget.take();
  }

  /** Returns the wait after the last failure that was counted. */
  Duration afterFailure(@Nullable Duration said) {
    return afterFailure(failed - 1, said);
  }

  /** Returns the time added to the wait after a 429, so that callers do not return all at once. */
  Duration jitter() {
    return scaled(MOST_JITTER, random.getAsDouble());
  }

  /** Returns the wait after the n-th 429 of a call, from 0: the server's, or one that doubles. */
  Duration afterRefusal(int n, @Nullable Duration said) {
    return said != null
        ? said
        : doubled(policy.firstRateLimitWait(), n, policy.longestRateLimitWait());
  }

  /** Returns the wait after the n-th other failure of a call, from 0; at least the server's. */
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
