// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The clock and the sleeper, in one so that a test turns both at once. */
public interface Time {
  /** Returns the time of day, to compare with dates that a server sends. */
  Instant now();

  /** Returns a count of nanoseconds that only ever goes forward, to measure with. */
  long nanos();

  /**
   * Waits without holding a thread.
   *
   * @return completes after the duration, not on the thread that keeps the time; cancelling it
   *     forgets the wait
   */
  CompletableFuture<Void> sleep(Duration duration);

  /** Returns the time of this machine. */
  static Time system() {
    return SystemTime.INSTANCE;
  }
}
