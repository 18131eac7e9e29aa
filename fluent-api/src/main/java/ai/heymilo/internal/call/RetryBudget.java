// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The budget of retries of all calls of a client, which limits the load on a failing server: 100
 * tokens, 5 for a retry, one earned by each success. Thread-safe.
 */
final class RetryBudget {
  private static final int MOST = 100;
  private static final int COST = 5;

  private final AtomicInteger tokens = new AtomicInteger(MOST);

  boolean take() {
    return tokens.getAndUpdate(left -> left < COST ? left : left - COST) >= COST;
  }

  /** Returns what was taken for an attempt that is not made. */
  void giveBack() {
    add(COST);
  }

  void earn() {
    add(1);
  }

  private void add(int more) {
    tokens.updateAndGet(left -> Math.min(MOST, left + more));
  }
}
