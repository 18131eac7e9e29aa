// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

/**
 * The limit in use when other processes may use the same key: a quarter less after a 429, a
 * twentieth of the whole more after every window without one. Not thread-safe.
 */
final class AdaptiveLimit {
  private static final double AFTER_REFUSAL = 0.75;
  private static final double RECOVERY = 0.05;
  private static final double LEAST = 0.1;

  private final int whole;
  private final long window;
  private double share = 1;
  private long changedAt;
  private long refusedAt;

  AdaptiveLimit(int whole, long window, long now) {
    this.whole = whole;
    this.window = window;
    this.changedAt = now;
  }

  int at(long now) {
    if (share == 1) {
      changedAt = now;
    }
    long windows = (now - changedAt) / window;
    if (windows > 0) {
      share = Math.min(1, share + RECOVERY * windows);
      changedAt += windows * window;
    }
    return Math.max(1, (int) (whole * share));
  }

  /** Records a 429. Ignores those for requests that were sent before the last one was recorded. */
  void refused(long sentAt, long now) {
    at(now);
    if (share == 1 || sentAt - refusedAt > 0) {
      share = Math.max(LEAST, share * AFTER_REFUSAL);
      changedAt = now;
      refusedAt = now;
    }
  }

  @Override
  public String toString() {
    return Integer.toString(whole);
  }
}
