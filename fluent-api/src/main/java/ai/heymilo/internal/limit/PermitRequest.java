// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Time;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RateLimiter.Permit;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a limiter for a permit. Limiters are written by others too: one that throws fails the call
 * and no more, and one that does not answer is not waited for beyond the call's deadline.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
public final class PermitRequest {
  /** A limiter that says itself that the wait is too long, and how long, comes first. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private PermitRequest() {}

  /** The permit to come; cancelled, if the limiter has not answered in time. */
  public static CompletableFuture<Permit> send(
      RateLimiter limiter, Time time, Priority priority, Duration atMost) {
    CompletableFuture<Permit> permit = Futures.started(() -> limiter.acquire(priority, atMost));
    if (!permit.isDone()) {
      CompletableFuture<Void> alarm = time.sleep(atMost.plus(GRACE));
      alarm.thenRun(() -> permit.cancel(true));
      permit.whenComplete((granted, failure) -> alarm.cancel(false));
    }
    return permit;
  }
}
