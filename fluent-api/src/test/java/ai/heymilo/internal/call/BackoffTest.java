// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.transport.RetryPolicy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff longest = new Backoff(RetryPolicy.defaults(), () -> 0.0);
  private final Backoff shortest = new Backoff(RetryPolicy.defaults(), () -> 1.0);

  @Test
  void theWaitAfterAFailureDoublesUpToEightSeconds() {
    assertThat(IntStream.range(0, 7).mapToObj(n -> longest.afterFailure(n, null)))
        .containsExactly(
            ofMillis(500),
            ofSeconds(1),
            ofSeconds(2),
            ofSeconds(4),
            ofSeconds(8),
            ofSeconds(8),
            ofSeconds(8));
  }

  @Test
  void upToAQuarterIsTakenOff() {
    assertThat(shortest.afterFailure(0, null)).isEqualTo(ofMillis(375));
    assertThat(shortest.afterFailure(9, null)).isEqualTo(ofSeconds(6));
  }

  @Test
  void aServerThatAsksForMoreGetsIt() {
    assertThat(longest.afterFailure(0, ofSeconds(3))).isEqualTo(ofSeconds(3));
    assertThat(longest.afterFailure(0, ofMillis(1))).isEqualTo(ofMillis(500));
  }

  @Test
  void theWaitAfterA429DoublesUpToThirtySeconds() {
    assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 60).mapToObj(n -> longest.afterRefusal(n, null)))
        .containsExactly(
            ofSeconds(1),
            ofSeconds(2),
            ofSeconds(4),
            ofSeconds(8),
            ofSeconds(16),
            ofSeconds(30),
            ofSeconds(30));
  }

  @Test
  void theWaitAfterA429IsWhatTheServerSays() {
    assertThat(longest.afterRefusal(5, ofSeconds(3))).isEqualTo(ofSeconds(3));
    assertThat(longest.afterRefusal(0, ofSeconds(301))).isEqualTo(ofSeconds(301));
  }

  @Test
  void jitterGoesUpToAQuarterOfASecond() {
    assertThat(longest.jitter()).isZero();
    assertThat(shortest.jitter()).isEqualTo(ofMillis(250));
  }
}
