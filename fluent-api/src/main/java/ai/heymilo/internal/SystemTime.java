// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The time of this machine; waits use the one timer thread that the JDK has for all. */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
public final class SystemTime implements Time {
  static final SystemTime INSTANCE = new SystemTime();

  /**
   * Runs what a timer sets off, on a thread of its own that ends with it, so that none outlives a
   * client. Not on the common pool: it belongs to the application, and when all its threads wait
   * for calls of ours, or for anything else, no wait would end there.
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
