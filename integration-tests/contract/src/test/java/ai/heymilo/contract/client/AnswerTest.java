// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.RawResponse;
import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One level down, without leaving the client. */
class AnswerTest {
  @RegisterExtension final Stub stub = new Stub();

  private void check(RawResponse<PostingResponse> answer) {
    assertThat(answer.value().getId()).isEqualTo("POST_1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Rate")).contains("7");
    assertThat(answer.attempts()).isEqualTo(1);
    assertThat(new String(answer.rawBody(), StandardCharsets.UTF_8)).isEqualTo(Stub.POSTING);
  }

  @Test
  void statusHeadersAndBytesStandBesideTheValue() {
    stub.on(any(anyUrl()).willReturn(okJson(Stub.POSTING).withHeader("X-Rate", "7")));

    check(stub.client().withResponse(milo -> milo.posting("POST_1").get()));
  }

  @Test
  void alsoForCallsThatDoNotWait() {
    stub.on(any(anyUrl()).willReturn(okJson(Stub.POSTING).withHeader("X-Rate", "7")));

    check(stub.client().async().withResponse(milo -> milo.posting("POST_1").get()).join());
  }

  @Test
  void attemptsAreCounted() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start();
        HeyMilo milo =
            HeyMilo.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .retryPolicy(
                    RetryPolicy.builder().waits(Duration.ofMillis(1), Duration.ofMillis(2)).build())
                .build()) {
      String id = milo.postings().create("Staff", p -> p.form(s -> {})).id();
      sandbox.faults().failNext(2, 503);

      assertThat(milo.withResponse(m -> m.posting(id).get()).attempts()).isEqualTo(3);
    }
  }

  @Test
  void aFunctionWithoutACallHasNoAnswer() {
    assertThatThrownBy(() -> stub.client().withResponse(milo -> 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theStubsOfTheGeneratedClientShareTheTransport() {
    stub.answer(Stub.POSTING);

    assertThat(new InterviewersApi(stub.client().api()).getPosting("P").getData().getId())
        .isEqualTo("POST_1");
    assertThat(stub.requests().get(0).getHeader("X-API-KEY")).isEqualTo(Canary.KEY);
  }
}
