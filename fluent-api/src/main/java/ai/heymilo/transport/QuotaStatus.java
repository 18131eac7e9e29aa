// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;

/** A snapshot of a {@link RateLimiter}: what is left, and when more is free. Immutable. */
public final class QuotaStatus {
  private static final QuotaStatus UNLIMITED =
      new QuotaStatus(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Duration.ZERO);

  private final int limit;
  private final int remaining;
  private final int waiting;
  private final Duration nextFree;

  private QuotaStatus(int limit, int remaining, int waiting, Duration nextFree) {
    this.limit = limit;
    this.remaining = remaining;
    this.waiting = waiting;
    this.nextFree = nextFree;
  }

  /**
   * Creates a snapshot.
   *
   * @param limit how many requests the limiter allows in its period at present
   * @param remaining how many could be sent at once
   * @param waiting how many calls wait for a permit
   * @param nextFree when the next request could be sent, counted from now
   * @return the snapshot
   */
  public static QuotaStatus of(int limit, int remaining, int waiting, Duration nextFree) {
    return new QuotaStatus(limit, remaining, waiting, nextFree);
  }

  /** Returns the snapshot of a limiter that does not limit. */
  public static QuotaStatus unlimited() {
    return UNLIMITED;
  }

  /**
   * Returns how many requests the limiter allows in its period at present, which after a 429 is
   * less than configured; {@link Integer#MAX_VALUE} if it does not limit.
   */
  public int limit() {
    return limit;
  }

  /** Returns how many requests could be sent at once. */
  public int remaining() {
    return remaining;
  }

  /** Returns how many calls wait for a permit. */
  public int waiting() {
    return waiting;
  }

  /**
   * Returns when the next request could be sent, counted from now: zero if something is left; the
   * least it can be if that depends on requests that are under way.
   */
  public Duration nextFree() {
    return nextFree;
  }

  @Override
  public String toString() {
    return "QuotaStatus["
        + remaining
        + " of "
        + limit
        + " left, next in "
        + nextFree
        + ", "
        + waiting
        + " waiting]";
  }
}
