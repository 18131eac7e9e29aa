// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

/**
 * What all calls of a client may spend on retries, so that a server in trouble sees few of them:
 * 100 tokens, 5 a retry, one earned by each success. Thread-safe.
 */
final class RetryBudget {
  private static final int MOST = 100;
  private static final int COST = 5;

  private int tokens = MOST;

  synchronized boolean take() {
    if (tokens < COST) {
      return false;
    }
    tokens -= COST;
    return true;
  }

  /** Gives back what was taken for an attempt that is not made. */
  synchronized void giveBack() {
    tokens = Math.min(MOST, tokens + COST);
  }

  synchronized void earn() {
    tokens = Math.min(MOST, tokens + 1);
  }
}
