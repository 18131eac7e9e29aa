// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Clock and sleeper, in one interface so that a test controls both. */
public interface Time {
  /** Returns the wall-clock time, to compare with dates that a server sends. */
  Instant now();

  /** Returns a monotonic count of nanoseconds, to measure with. */
  long nanos();

  /**
   * Waits without holding a thread.
   *
   * @return completes after the duration, not on the thread that keeps the time; cancelling it ends
   *     the wait
   */
  CompletableFuture<Void> sleep(Duration duration);

  /** Returns the system clock. */
  static Time system() {
    return SystemTime.INSTANCE;
  }
}
