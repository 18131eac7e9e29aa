// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.transport.CallListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Logs calls as {@code ai.heymilo}: attempts at DEBUG, waits that a server caused at INFO, writes
 * whose fate is unknown at WARNING. No key, no value of a request or an answer.
 */
final class CallLog implements CallListener {
  private static final Logger LOGGER = System.getLogger("ai.heymilo");

  @Override
  public void attemptEnded(Call call, Attempt attempt) {
    LOGGER.log(Level.DEBUG, () -> call + " " + attempt);
  }

  @Override
  public void waited(Call call, WaitReason reason, Duration waited) {
    LOGGER.log(
        reason == WaitReason.LIMITER ? Level.DEBUG : Level.INFO,
        () -> call + " waited " + waited.toMillis() + " ms: " + reason);
  }

  @Override
  public void callEnded(Call call, End end) {
    if (end.failure() instanceof ai.heymilo.errors.AmbiguousWriteException) {
      LOGGER.log(Level.WARNING, () -> call + " may have been applied, status " + end.status());
    }
  }

  /** Logs what a listener threw. */
  static void listenerFailed(CallListener listener, Throwable failure) {
    LOGGER.log(Level.WARNING, "a listener failed: " + listener.getClass().getName(), failure);
  }
}
