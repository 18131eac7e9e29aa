// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Time;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RateLimiter.Permit;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Where every request of a key passes: closed for a while after a 429, because the limit is that of
 * the key and not of the call that met it, then the limiter. Thread-safe.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
public final class Gate {
  /** A limiter that says itself that the wait is too long, and how long, comes first. */
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
   * Requests a permit. Limiters are written by users too: one that throws fails the call and no
   * more, and one that does not answer is not waited for beyond the call's time.
   *
   * @return the future permit; cancelled if the limiter has not answered in time
   */
  public CompletableFuture<Permit> permit(Priority priority, Duration atMost) {
    CompletableFuture<Permit> permit = Futures.started(() -> limiter.acquire(priority, atMost));
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
