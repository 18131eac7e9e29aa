// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Futures that were cancelled while their source could not be. */
class FuturesTest {
  /** A source whose work cannot be undone. */
  private final CompletableFuture<String> source =
      new CompletableFuture<>() {
        @Override
        public boolean cancel(boolean mayInterrupt) {
          return false;
        }
      };

  private final AtomicBoolean continued = new AtomicBoolean();

  @Test
  void nothingFollowsACancelledFuture() {
    CompletableFuture<String> result =
        Futures.then(
            source,
            value -> {
              continued.set(true);
              return new CompletableFuture<>();
            });
    result.cancel(true);
    source.complete("late");

    assertThat(continued).isFalse();
  }

  @Test
  void nothingIsMappedForACancelledFuture() {
    CompletableFuture<Boolean> result = Futures.map(source, value -> continued.getAndSet(true));
    result.cancel(true);
    source.complete("late");

    assertThat(continued).isFalse();
  }
}
