// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The system clock; waits use the timer thread of the JDK. */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which handle failures
public final class SystemTime implements Time {
  static final SystemTime INSTANCE = new SystemTime();

  /**
   * Runs each task of a timer on a short-lived thread, so that none outlives a client. The common
   * pool belongs to the application: if all its threads wait, for our calls or anything else, no
   * wait would end there.
   */
  public static final Executor WAKERS = SystemTime::wake;

  private SystemTime() {}

  private static void wake(Runnable task) {
    Thread thread = new Thread(null, task, "heymilo-timer", 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public CompletableFuture<Void> sleep(Duration duration) {
    CompletableFuture<Boolean> timer =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, duration.toNanos(), TimeUnit.NANOSECONDS);
    CompletableFuture<Void> woken = timer.thenRunAsync(() -> {}, WAKERS);
    woken.whenComplete((nothing, failure) -> timer.cancel(false));
    return woken;
  }
}
