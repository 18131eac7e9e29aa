package ai.heymilo.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The time of this machine; waits use the one timer thread that the JDK has for all. */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
final class SystemTime implements Time {
  static final SystemTime INSTANCE = new SystemTime();

  private SystemTime() {}

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
    CompletableFuture<Void> woken = timer.thenRunAsync(() -> {});
    woken.whenComplete((nothing, failure) -> timer.cancel(false));
    return woken;
  }
}
