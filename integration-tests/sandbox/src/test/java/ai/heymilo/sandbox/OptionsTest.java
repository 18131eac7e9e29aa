// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.OwnSandbox.candidates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a sandbox is told when it is built. */
class OptionsTest {
  private static final String ANN = "{'name':'Ann','email':'ann@a.example'}";

  /** Ingests one person twice and returns the posting's candidates. */
  private static JsonNode afterIngesting(
      String path, UnaryOperator<HeyMiloSandboxBuilder> options) {
    try (HeyMiloSandbox sandbox = options.apply(HeyMiloSandbox.builder()).start()) {
      Http http = new Http(sandbox);
      String posting = http.active("Engineer");
      http.post(candidates(posting) + path, ANN);
      http.post(candidates(posting) + path, ANN);
      return http.get(candidates(posting)).at("/data");
    }
  }

  @Test
  void withoutDeduplicationADoubleInvitationIsSeen() {
    assertThat(afterIngesting("", options -> options)).hasSize(1);
    assertThat(afterIngesting("", HeyMiloSandboxBuilder::withoutDeduplication))
        .extracting(candidate -> candidate.path("interview_id").asText())
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void aQueueWithoutDelayIsSettledWhenItIsLookedAt() {
    assertThat(afterIngesting("/async", options -> options)).isEmpty();
    assertThat(afterIngesting("/async", options -> options.queueDelay(Duration.ZERO))).hasSize(1);
    assertThatThrownBy(() -> HeyMiloSandbox.builder().queueDelay(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("queueDelay must not be negative, was PT-0.001S");
  }
}
