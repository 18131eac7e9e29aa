// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.testkit.FakeTime;
import ai.heymilo.transport.RateLimiter.Permit;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A permit that is returned as soon as it is granted grants the next one from within. */
@Timeout(30)
class NestedGrantsTest {
  private static final int DEEPEST = 16;

  private final SlidingWindow limiter =
      new SlidingWindow(1, Duration.ofMinutes(1), FakeTime.manual());
  private final List<Thread> granting = Collections.synchronizedList(new ArrayList<>());
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

  private CompletableFuture<Permit> ask() {
    return limiter.acquire(Priority.NORMAL, Duration.ofDays(1));
  }

  private void queue(int count) {
    for (int i = 0; i < count; i++) {
      waiting.add(
          ask()
              .thenAccept(
                  permit -> {
                    granting.add(Thread.currentThread());
                    permit.unused();
                  }));
    }
  }

  private long grantedHere() throws Exception {
    CompletableFuture.allOf(waiting.toArray(new CompletableFuture<?>[0])).get(10, TimeUnit.SECONDS);
    long here = granting.stream().filter(Thread.currentThread()::equals).count();
    assertThat(granting).hasSize(waiting.size());
    granting.clear();
    waiting.clear();
    return here;
  }

  @Test
  void beyondSomeDepthAnotherThreadGoesOn() throws Exception {
    for (int i = 0; i < 2; i++) {
      Permit held = ask().join();
      queue(100);
      held.unused();

      assertThat(grantedHere()).isEqualTo(DEEPEST);
    }
  }

  @Test
  void theDepthIsThatOfTheMomentAgainAfterNestedGrants() throws Exception {
    Permit held = ask().join();
    CompletableFuture<Void> outer =
        ask()
            .thenAccept(
                permit -> {
                  permit.unused(); // grants the ten below, one within the other
                  Permit another = ask().join();
                  queue(100);
                  another.unused();
                });
    queue(10);
    held.unused();
    outer.join();

    assertThat(grantedHere()).isEqualTo(10 + DEEPEST - 1);
  }
}
