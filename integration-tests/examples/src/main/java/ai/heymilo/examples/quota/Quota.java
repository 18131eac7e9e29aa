// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples.quota;

import java.time.Duration;

/**
 * How many requests a token bucket may let through so that a server that counts in a window,
 * rolling or fixed, never sees too many. A bucket that held the whole quota and was refilled in one
 * window would let twice the quota through in a window; so a part of the quota is the burst, and
 * the rest is what is refilled in a window. Immutable.
 */
public final class Quota {
  private final int requests;
  private final int burst;
  private final Duration period;

  private Quota(int requests, int burst, Duration period) {
    this.requests = requests;
    this.burst = burst;
    this.period = period;
  }

  /** Returns what HeyMilo publishes: 300 requests in 60 seconds. */
  public static Quota published() {
    return of(300, Duration.ofMinutes(1), Duration.ofSeconds(2));
  }

  /**
   * Returns a quota, of which a sixth is the burst.
   *
   * @param requests how many requests the server accepts, 6 or more
   * @param window in which time
   * @param slack by how much the way of a request to the server may vary
   */
  public static Quota of(int requests, Duration window, Duration slack) {
    if (requests < 6) {
      throw new IllegalArgumentException("requests must be 6 or more, was " + requests);
    }
    return new Quota(requests, requests / 6, window.plus(slack));
  }

  int requests() {
    return requests;
  }

  int burst() {
    return burst;
  }

  int refill() {
    return requests - burst;
  }

  Duration period() {
    return period;
  }

  long refilledIn(Duration time) {
    return (long) Math.ceil((double) refill() * time.toNanos() / period.toNanos());
  }

  Duration timeFor(long tokens) {
    return period.multipliedBy(tokens).dividedBy(refill());
  }
}
