// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.operations.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Refuses the requests of a key beyond so many in a rolling window. Thread-safe. */
public final class RateLimiter {
  private final Clock clock;
  private final Map<String, Deque<Instant>> acceptedByKey = new HashMap<>();
  private int requests;
  private Duration window = Duration.ZERO;
  private boolean hints;

  /** Returns a limiter without a limit. */
  public RateLimiter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sets the limit, and forgets what was accepted so far.
   *
   * @param newRequests how many requests in a window; 0 for no limit
   * @param newHints whether a refusal says in {@code Retry-After} how long to wait
   */
  public synchronized void limit(int newRequests, Duration newWindow, boolean newHints) {
    requests = newRequests;
    window = newWindow;
    hints = newHints;
    acceptedByKey.clear();
  }

  /** Forgets what was accepted so far. */
  public synchronized void clear() {
    acceptedByKey.clear();
  }

  /**
   * Counts a request.
   *
   * @throws Refusal with status 429 when it is one too many; it does not count then
   */
  synchronized void admit(String key) {
    if (requests == 0) {
      return;
    }
    Instant now = clock.instant();
    Deque<Instant> accepted = acceptedByKey.computeIfAbsent(key, other -> new ArrayDeque<>());
    while (!accepted.isEmpty() && !accepted.getFirst().plus(window).isAfter(now)) {
      accepted.removeFirst();
    }
    if (accepted.size() < requests) {
      accepted.addLast(now);
      return;
    }
    throw refusal(Duration.between(now, accepted.getFirst().plus(window)));
  }

  private Refusal refusal(Duration wait) {
    Refusal refusal =
        Refusal.of(
            429,
            "rate_limit_error",
            "rate_limit_exceeded",
            "More than " + requests + " requests in " + window.toMillis() + " ms",
            null);
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    return hints ? refusal.withHeader("Retry-After", String.valueOf(seconds)) : refusal;
  }
}
