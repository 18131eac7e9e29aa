// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import ai.heymilo.internal.Time;
import java.time.Duration;

/**
 * Holds back every call of a client after a 429: the limit is that of the key, not of the call that
 * met it. Thread-safe.
 */
public final class Gate {
  private final Time time;
  private boolean closed;
  private long opensAt;

  public Gate(Time time) {
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
}
