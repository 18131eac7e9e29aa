package ai.heymilo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
  @Test
  void nothingIsKeptOfASleepThatWasCancelled() throws InterruptedException {
    WeakReference<?> sleep = cancelledSleep();

    for (int i = 0; i < 100 && sleep.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(sleep.get()).isNull();
  }

  private static WeakReference<?> cancelledSleep() {
    CompletableFuture<Void> sleep = SystemTime.INSTANCE.sleep(Duration.ofHours(1));
    sleep.cancel(false);
    return new WeakReference<>(sleep);
  }
}
