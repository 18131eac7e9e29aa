// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
  private final Time time = Time.system();

  @Test
  void itIsTheTimeOfTheSystem() {
    Instant now = Instant.now();
    long nanos = System.nanoTime();

    assertThat(time.now()).isBetween(now, Instant.now());
    assertThat(time.nanos() - nanos).isBetween(0L, System.nanoTime() - nanos);
  }

  @Test
  void aSleepLastsAsLongAsAsked() throws Exception {
    long nanos = System.nanoTime();
    time.sleep(Duration.ofMillis(2)).get(10, TimeUnit.SECONDS);

    assertThat(System.nanoTime() - nanos).isGreaterThanOrEqualTo(2_000_000);
  }

  @Test
  void aSleeperIsWokenOnADaemonThread() throws Exception {
    CompletableFuture<Thread> waker = new CompletableFuture<>();
    SystemTime.WAKERS.execute(() -> waker.complete(Thread.currentThread()));

    assertThat(waker.get(10, TimeUnit.SECONDS).getName()).isEqualTo("heymilo-timer");
    assertThat(waker.get().isDaemon()).isTrue();
  }
}
