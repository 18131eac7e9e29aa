// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one call has met, and says whether it is tried again and after which wait. Not
 * thread-safe.
 */
final class Retries {
  private final Repeatability repeatability;
  private final RetryPolicy policy;
  private final Backoff backoff;
  private final RetryBudget budget;
  private int refused;
  private int failed;
  private boolean unreadable;

  Retries(Repeatability repeatability, RetryPolicy policy, Backoff backoff, RetryBudget budget) {
    this.repeatability = repeatability;
    this.policy = policy;
    this.backoff = backoff;
    this.budget = budget;
  }

  /** Counts a 429, and returns how long everybody has to wait for it. */
  Duration refused(@Nullable Duration said) {
    return backoff.afterRefusal(refused++, said);
  }

  boolean mayFollowRefusal() {
    return refused <= policy.rateLimitRetries();
  }

  /** Counts another failure, and says whether the call may be tried again after it. */
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
    return backoff.afterFailure(failed - 1, said);
  }
}
