// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;

/**
 * A snapshot of a {@link RateLimiter}: the permits that are left, and the time until the next.
 * Immutable.
 */
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
   * @param limit the requests that the limiter allows in its window at present
   * @param remaining the requests that could be sent now
   * @param waiting the calls that wait for a permit
   * @param nextFree the time until the next request could be sent
   * @return the snapshot
   */
  public static QuotaStatus of(int limit, int remaining, int waiting, Duration nextFree) {
    return new QuotaStatus(limit, remaining, waiting, nextFree);
  }

  /** Returns the snapshot of a limiter without a limit. */
  public static QuotaStatus unlimited() {
    return UNLIMITED;
  }

  /**
   * Returns the number of requests that the limiter allows in its window at present, which is less
   * than configured after a 429; {@link Integer#MAX_VALUE} if there is no limit.
   */
  public int limit() {
    return limit;
  }

  /** Returns the number of requests that could be sent now. */
  public int remaining() {
    return remaining;
  }

  /** Returns the number of calls that wait for a permit. */
  public int waiting() {
    return waiting;
  }

  /**
   * Returns the time until the next request could be sent: zero if permits are left, a lower bound
   * if it depends on requests under way.
   */
  public Duration nextFree() {
    return nextFree;
  }

  @Override
  public String toString() {
    return String.format(
        "QuotaStatus[%d of %d left, next in %s, %d waiting]", remaining, limit, nextFree, waiting);
  }
}
