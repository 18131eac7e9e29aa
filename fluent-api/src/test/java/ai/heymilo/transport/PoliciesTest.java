// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of what callers can set, and what is read back. */
class PoliciesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void attemptsAreOneToTen(int attempts) {
    assertThat(RetryPolicy.builder().attempts(attempts).build().attempts()).isEqualTo(attempts);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void otherNumbersOfAttemptsAreRejected(int attempts) {
    assertThatThrownBy(() -> RetryPolicy.builder().attempts(attempts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attempts must be 1 to 10, was " + attempts);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void rateLimitRetriesAreUpToAHundred(int retries) {
    assertThat(RetryPolicy.builder().rateLimitRetries(retries).build().rateLimitRetries())
        .isEqualTo(retries);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void otherNumbersOfRateLimitRetriesAreRejected(int retries) {
    assertThatThrownBy(() -> RetryPolicy.builder().rateLimitRetries(retries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rateLimitRetries must be 0 to 100, was " + retries);
  }

  @Test
  void aPolicyIsWhatWasBuilt() {
    RetryPolicy policy =
        RetryPolicy.builder()
            .attempts(4)
            .rateLimitRetries(5)
            .waits(Duration.ofSeconds(1), Duration.ofSeconds(2))
            .rateLimitWaits(Duration.ofSeconds(3), Duration.ofSeconds(6))
            .build();

    assertThat(policy)
        .hasToString(
            "RetryPolicy[attempts=4, rateLimitRetries=5, waits PT1S to PT2S, after 429 PT3S to"
                + " PT6S]");
    assertThat(policy.firstWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(policy.longestWait()).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.firstRateLimitWait()).isEqualTo(Duration.ofSeconds(3));
    assertThat(policy.longestRateLimitWait()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void neverIsOneAttemptWhateverTheStatus() {
    assertThat(RetryPolicy.never().attempts()).isEqualTo(1);
    assertThat(RetryPolicy.never().rateLimitRetries()).isZero();
    assertThat(RetryPolicy.defaults().attempts()).isEqualTo(3);
    assertThat(RetryPolicy.defaults().rateLimitRetries()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.000000001S", "P365D"})
  void aDurationIsUpToAYear(Duration duration) {
    assertThat(Timeouts.builder().call(duration).build().call()).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1S", "P365DT0.000000001S"})
  void otherDurationsAreRejectedByName(Duration duration) {
    assertRejected("first", duration, d -> RetryPolicy.builder().waits(d, SECOND));
    assertRejected("longest", duration, d -> RetryPolicy.builder().waits(SECOND, d));
    assertRejected("first", duration, d -> RetryPolicy.builder().rateLimitWaits(d, SECOND));
    assertRejected("longest", duration, d -> RetryPolicy.builder().rateLimitWaits(SECOND, d));
    assertRejected("connect timeout", duration, d -> Timeouts.builder().connect(d));
    assertRejected("attempt timeout", duration, d -> Timeouts.builder().attempt(d));
    assertRejected("call timeout", duration, d -> Timeouts.builder().call(d));
    assertRejected("window", duration, d -> RateLimiter.slidingWindow(1, d));
  }

  private static void assertRejected(String name, Duration duration, Consumer<Duration> setter) {
    assertThatThrownBy(() -> setter.accept(duration))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " must be more than zero and at most 365 days, was " + duration);
  }

  @Test
  void timeoutsThatAreAlikeAreEqual() {
    Timeouts one = Timeouts.builder().connect(SECOND).attempt(SECOND).call(SECOND).build();
    Duration other = Duration.ofSeconds(2);

    assertThat(one.toBuilder().build()).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(one.toBuilder().connect(other).build()).isNotEqualTo(one);
    assertThat(one.toBuilder().attempt(other).build()).isNotEqualTo(one);
    assertThat(one.toBuilder().call(other).build()).isNotEqualTo(one);
    assertThat(one).isNotEqualTo("Timeouts");
    assertThat(one.hashCode()).isNotEqualTo(one.toBuilder().call(other).build().hashCode());
  }

  @Test
  void timeoutsAreShownByName() {
    assertThat(Timeouts.defaults())
        .hasToString("Timeouts[connect=PT10S, attempt=PT30S, call=PT2M]");
  }

  @Test
  void aLimiterPermitsAtLeastOneRequest() {
    assertThat(RateLimiter.slidingWindow(1, SECOND).quota().limit()).isEqualTo(1);
    assertThatThrownBy(() -> RateLimiter.slidingWindow(0, SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests must be 1 or more, was 0");
  }

  @Test
  void theStandardLimiterIsTheLimitOfTheApi() {
    assertThat(RateLimiter.standard().quota())
        .hasToString("QuotaStatus[300 of 300 left, next in PT0S, 0 waiting]");
  }

  @Test
  void withoutALimitEveryPermitIsThereAtOnce() {
    RateLimiter unlimited = RateLimiter.unlimited();
    RateLimiter.Permit permit =
        unlimited.acquire(RateLimiter.Priority.BULK, Duration.ZERO).getNow(null);

    assertThat(permit).isNotNull();
    permit.completed(429, SECOND);
    permit.unused();
    assertThat(unlimited.acquire(RateLimiter.Priority.BULK, Duration.ZERO)).isCompleted();
    assertThat(unlimited.quota().remaining()).isEqualTo(Integer.MAX_VALUE);
    assertThat(unlimited).hasToString("RateLimiter[unlimited]");
  }

  @Test
  void aQuotaIsReadBack() {
    QuotaStatus quota = QuotaStatus.of(4, 3, 2, SECOND);

    assertThat(quota.limit()).isEqualTo(4);
    assertThat(quota.remaining()).isEqualTo(3);
    assertThat(quota.waiting()).isEqualTo(2);
    assertThat(quota.nextFree()).isEqualTo(SECOND);
  }

  @Test
  void aWaitThatIsTooLongSaysHowLong() {
    RateLimiter.WaitTooLongException failure = RateLimiter.WaitTooLongException.of(SECOND);

    assertThat(failure.neededWait()).isEqualTo(SECOND);
    assertThat(failure).hasMessage("the next permit is free in PT1S");
  }
}
