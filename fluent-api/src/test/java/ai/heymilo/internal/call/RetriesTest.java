// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.internal.ClientOptions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final ClientOptions OPTIONS = ClientOptions.defaults();

  private final Retries longest = retries(0.0);
  private final Retries shortest = retries(1.0);

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

  @Test
  void theWaitBelongsToTheLastFailureThatWasCounted() {
    longest.mayFollow(Condition.LOST);
    assertThat(longest.afterFailure(null)).isEqualTo(ofMillis(500));
    longest.mayFollow(Condition.LOST);
    assertThat(longest.afterFailure(null)).isEqualTo(ofSeconds(1));
  }

  @Test
  void refusalsAreCountedUpToThePolicy() {
    for (int i = 0; i < 6; i++) {
      assertThat(longest.refused(null)).isEqualTo(longest.afterRefusal(i, null));
      assertThat(longest.mayFollowRefusal()).isTrue();
    }
    longest.refused(null);

    assertThat(longest.mayFollowRefusal()).isFalse();
  }

  @Test
  void failuresAreCountedUpToThePolicy() {
    assertThat(longest.mayFollow(Condition.LOST)).isTrue();
    assertThat(longest.mayFollow(Condition.NEVER_SENT)).isTrue();
    assertThat(longest.mayFollow(Condition.LOST)).isFalse();
  }

  @Test
  void whatCannotBeReadIsAskedForOnceMore() {
    assertThat(longest.mayFollow(Condition.UNREADABLE)).isTrue();
    assertThat(longest.mayFollow(Condition.UNREADABLE)).isFalse();
    assertThat(shortest.mayFollow(Condition.LOST)).isTrue();
    assertThat(shortest.mayFollow(Condition.UNREADABLE)).isTrue();
  }

  @Test
  void onlyARetryTakesFromTheBudget() {
    RetryBudget budget = new RetryBudget();
    for (int i = 0; i < 20; i++) {
      assertThat(new Retries(Repeatability.READ, OPTIONS, budget).mayFollow(Condition.DECLINED))
          .isFalse();
    }
    for (int i = 0; i < 20; i++) {
      assertThat(new Retries(Repeatability.READ, OPTIONS, budget).mayFollow(Condition.LOST))
          .isTrue();
    }
    assertThat(new Retries(Repeatability.READ, OPTIONS, budget).mayFollow(Condition.LOST))
        .isFalse();
  }

  private static Retries retries(double random) {
    return new Retries(Repeatability.READ, OPTIONS.random(() -> random), new RetryBudget());
  }
}
