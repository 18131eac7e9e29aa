// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited before another attempt. */
@Timeout(60)
class WaitsTest {
  @Test
  void theResetOfALimitIsNoWaitAfterAnotherFailure() {
    try (RawServer server =
            RawServer.answering(
                status(500, "X-RateLimit-Remaining: 250", "X-RateLimit-Reset: 55"), ok());
        Client client = Client.plain()) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).containsExactly(Duration.ofMillis(500));
    }
  }

  @Test
  void ofSeveralPoliciesTheLongestResetCounts() {
    try (RawServer server =
            RawServer.answering(
                status(429, "RateLimit: \"burst\";r=0;t=1, \"minute\";r=0;t=40"), ok());
        Client client = Client.plain()) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).containsExactly(Duration.ofSeconds(40));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Friday, 13-Mar-26 12:00:09 GMT", // RFC 9110, 5.6.7: must be understood
        "Fri Mar 13 12:00:09 2026" // the same
      })
  void everyFormOfRetryAfterIsUnderstood(String value) {
    try (RawServer server =
            RawServer.answering(
                status(429, "Date: Fri, 13 Mar 2026 12:00:00 GMT", "Retry-After: " + value), ok());
        Client client = Client.plain()) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).containsExactly(Duration.ofSeconds(9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000000000000000", "1e10"})
  void aWaitOfAnyLengthIsUnderstood(String value) {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: " + value), ok());
        Client client = Client.plain()) {
      assertThatThrownBy(() -> Op.GET_POSTING.on(client.sender(), server.url()))
          .isInstanceOf(CallTimeoutException.class);
    }
  }

  @Test
  void anAttemptThatIsNotMadeCostsNothingOfTheBudget() {
    try (RawServer server =
            RawServer.counting(
                n -> n <= 20 ? status(503, "Retry-After: 300") : n == 21 ? status(503) : ok());
        Client client = Client.plain()) {
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> Op.GET_POSTING.on(client.sender(), server.url()))
            .isInstanceOf(CallTimeoutException.class);
      }
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(22);
    }
  }
}
