// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Time;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RateLimiter.Permit;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Every request of a key passes the gate, then the limiter. A 429 closes the gate for all calls,
 * because the limit belongs to the key. Thread-safe.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which handle failures
public final class Gate {
  /** Gives a limiter the time to report itself that the wait is too long, and how long it is. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final RateLimiter limiter;
  private final Time time;
  private boolean closed;
  private long opensAt;

  public Gate(RateLimiter limiter, Time time) {
    this.limiter = limiter;
    this.time = time;
  }

  /** Closes the gate for a time from now, unless it is closed for longer. */
  public synchronized void closeFor(Duration wait) {
    long until = time.nanos() + wait.toNanos();
    if (!closed || until - opensAt > 0) {
      closed = true;
      opensAt = until;
    }
  }

  /** Returns how long the gate stays closed; zero if it is open. */
  public synchronized Duration remaining() {
    long left = closed ? opensAt - time.nanos() : 0;
    closed = left > 0;
    return Duration.ofNanos(Math.max(0, left));
  }

  /**
   * Requests a permit. A user's limiter that throws fails this call only, and one that never
   * completes is not waited for beyond the call timeout.
   *
   * @return the future permit; cancelled if it is not granted in time
   */
  public CompletableFuture<Permit> permit(Priority priority, Duration atMost) {
    CompletableFuture<Permit> permit =
        Futures.started(
            () -> Objects.requireNonNull(limiter.acquire(priority, atMost), "no permit"));
    if (!permit.isDone()) {
      CompletableFuture<Void> alarm = time.sleep(atMost.plus(GRACE));
      alarm.thenRun(() -> permit.cancel(true));
      permit.whenComplete((granted, failure) -> alarm.cancel(false));
    }
    return permit;
  }

  public QuotaStatus quota() {
    return limiter.quota();
  }
}
