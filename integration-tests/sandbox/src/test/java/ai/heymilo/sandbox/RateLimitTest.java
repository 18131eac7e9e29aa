// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest extends OwnSandbox {

  @AfterEach
  void unlimited() {
    sandbox.rateLimit(RateLimit.none());
  }

  @Test
  void thereIsNoLimitUnlessAskedFor() {
    for (int i = 0; i < 301; i++) {
      assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    }
  }

  @Test
  void requestBeyondTheLimitIs429WithRetryAfter() {
    sandbox.rateLimit(RateLimit.of(2, Duration.ofSeconds(60)));
    http.get(POSTINGS);
    sandbox.advance(Duration.ofMillis(10_500));
    http.get(POSTINGS);

    Http.Answer refused = http.get(POSTINGS);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("/error/code")).isEqualTo("rate_limit_exceeded");
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("50");
  }

  @Test
  void windowRollsAndRefusedRequestsDoNotCount() {
    sandbox.rateLimit(RateLimit.of(2, Duration.ofSeconds(60)));
    http.get(POSTINGS);
    sandbox.advance(Duration.ofSeconds(30));
    http.get(POSTINGS);
    assertThat(http.get(POSTINGS).status()).isEqualTo(429);

    sandbox.advance(Duration.ofSeconds(30));
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    assertThat(http.get(POSTINGS).status()).isEqualTo(429);

    sandbox.advance(Duration.ofSeconds(30));
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
  }

  @Test
  void hintCanBeLeftOut() {
    sandbox.rateLimit(RateLimit.of(1, Duration.ofSeconds(60)).withoutRetryAfter());
    http.get(POSTINGS);

    Http.Answer refused = http.get(POSTINGS);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void eachKeyHasItsOwnWindow() {
    sandbox.rateLimit(RateLimit.of(1, Duration.ofSeconds(60)));
    http.get(POSTINGS);

    assertThat(http.sendRaw(request -> request.header("X-API-KEY", "another"), POSTINGS).status())
        .isEqualTo(200);
  }

  @Test
  void publishedLimitIs300AMinute() {
    sandbox.rateLimit(RateLimit.published());
    for (int i = 0; i < 300; i++) {
      assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    }

    assertThat(http.get(POSTINGS).status()).isEqualTo(429);
  }

  @Test
  void limitOfNothingIsRefused() {
    assertThatThrownBy(() -> RateLimit.of(0, Duration.ofSeconds(1))).hasMessageContaining("0");
    assertThatThrownBy(() -> RateLimit.of(1, Duration.ZERO)).hasMessageContaining("PT0S");
  }
}
