// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-13T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7000", "1.5, 1500", "0.0001, 1", "1e3, 1000000", "1E+1, 10000"})
  void secondsAreUnderstoodAndRoundedUp(String value, long millis) {
    assertThat(read("Retry-After", value)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e9", "999999999999999", "9e9"})
  void aVeryLongWaitIsStillAWait(String value) {
    assertThat(read("Retry-After", value)).isGreaterThanOrEqualTo(Duration.ofDays(3650));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "abc", "1,5", "1e99999999", "NaN", "Infinity", "0x10", "1s", "Soon, 1"})
  void whatCannotBeReadIsNotSaid(String value) {
    assertThat(read("Retry-After", value)).isNull();
  }

  @Test
  void nothingIsSaidWithoutAHeader() {
    assertThat(read("X-Other", "1")).isNull();
  }

  @Test
  void theLongestOfSeveralCounts() {
    assertThat(read("Retry-After", "2", "Retry-After", "9", "Retry-After", "abc"))
        .isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void aDateIsMeasuredByTheClockOfTheServer() {
    assertThat(
            read(
                "Retry-After", "Fri, 13 Mar 2026 10:00:30 GMT",
                "Date", "Fri, 13 Mar 2026 10:00:00 GMT"))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aDateIsMeasuredByOurClockIfTheServerHasNone() {
    assertThat(read("Retry-After", "Fri, 13 Mar 2026 12:00:10 GMT"))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aDateThatHasPassedMeansNow() {
    assertThat(read("Retry-After", "Fri, 13 Mar 2026 11:00:00 GMT")).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RateLimit-Reset | 12",
        "X-RateLimit-Reset | 12",
        "x-rate-limit-reset | 12",
        "X-RateLimit-Reset | 1773403212",
        "X-RateLimit-Reset | 1773403212000",
        "X-RateLimit-Reset | Fri, 13 Mar 2026 12:00:12 GMT",
        "RateLimit | limit=300, remaining=0, reset=12",
        "RateLimit | \"default\";r=0;t=12",
      })
  void theResetOfALimitIsUnderstood(String header, String value) {
    assertThat(read(header, value)).isEqualTo(Duration.ofSeconds(12));
  }

  @ParameterizedTest
  @CsvSource({
    "999999999, P3650D",
    "1000000000, PT0S",
    "999999999999, P3650D",
    "1000000000000, PT0S"
  })
  void aLargeResetIsATimeInSecondsAndALargerOneInMilliseconds(String value, Duration wait) {
    assertThat(read("X-RateLimit-Reset", value)).isEqualTo(wait);
  }

  @Test
  void retryAfterGoesBeforeAReset() {
    assertThat(read("X-RateLimit-Reset", "50", "Retry-After", "2"))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aResetStepsInForARetryAfterThatCannotBeRead() {
    assertThat(read("X-RateLimit-Reset", "5", "Retry-After", "abc"))
        .isEqualTo(Duration.ofSeconds(5));
  }

  private static @Nullable Duration read(String... namesAndValues) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.computeIfAbsent(namesAndValues[i], n -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    return RetryAfter.of(HttpHeaders.of(headers, (name, value) -> true), NOW, true);
  }
}
