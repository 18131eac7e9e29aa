// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.errors.FieldError;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RetryPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The errors that the document names, each with a type of its own. */
class FirstErrorsTest {
  @RegisterExtension final Stub stub = new Stub();

  private <X extends HeyMiloException> X failing(Class<X> type, int status, String body) {
    stub.on(any(anyUrl()).willReturn(jsonResponse(body, status).withHeader("X-Request-Id", "r-1")));
    try (HeyMilo milo =
        HeyMilo.builder()
            .apiKey(Canary.KEY)
            .baseUrl(stub.baseUrl())
            .retryPolicy(RetryPolicy.never())
            .build()) {
      return catchThrowableOfType(
          type, () -> milo.postings().create("Staff", p -> p.resume(s -> {})));
    }
  }

  @Test
  void theVendorsErrorShapeIsRead() {
    var error =
        failing(
            UnauthorizedException.class,
            401,
            """
            {"error":{"type":"auth","code":"invalid_key","message":"No such key.","errors":[]}}\
            """);

    assertThat(error.status()).isEqualTo(401);
    assertThat(error.code()).isEqualTo("invalid_key");
    assertThat(error.serverMessage()).isEqualTo("No such key.");
    assertThat(error.operationId()).isEqualTo("createPosting");
    assertThat(error.method()).isEqualTo("POST");
    assertThat(error.pathTemplate()).isEqualTo("/api/v2/postings");
    assertThat(error.requestId()).isEqualTo("r-1");
    assertThat(error.attempts()).isEqualTo(1);
  }

  @Test
  void validationErrorsAreReadInTheShapeOfTheFramework() {
    var error =
        failing(
            ValidationException.class,
            422,
            """
            {"detail":[{"loc":["body","workflow",1,"questions",0,"score_weight"],\
            "msg":"Input should be less than 5","type":"less_than_equal","input":99}]}\
            """);

    assertThat(error.fieldErrors())
        .containsExactly(error.fieldErrors().get(0))
        .extracting(FieldError::path)
        .containsExactly("workflow[1].questions[0].score_weight");
    assertThat(error.fieldErrors().get(0).code()).isEqualTo("less_than_equal");
    assertThat(error.getMessage()).contains("score_weight").doesNotContain("99");
  }

  @Test
  void validationErrorsAreReadInTheVendorsShape() {
    var error =
        failing(
            ValidationException.class,
            422,
            """
            {"error":{"type":"validation","code":"invalid","message":"M","param":"title","errors":[\
            {"code":"too_short","message":"Too short","param":"title"}]}}\
            """);

    assertThat(error.fieldErrors()).extracting(FieldError::path).contains("title");
  }

  @Test
  void notFoundAndRateLimitHaveTypes() {
    assertThat(failing(NotFoundException.class, 404, "{}").status()).isEqualTo(404);
    assertThat(failing(RateLimitException.class, 429, "{}").status()).isEqualTo(429);
  }

  @Test
  void theSandboxAnswersWithTheSameErrors() {
    try (HeyMiloSandbox sandbox = HeyMiloSandbox.start();
        HeyMilo milo =
            HeyMilo.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .checkLimits(false)
                .build()) {
      assertThat(catchThrowableOfType(NotFoundException.class, () -> milo.posting("nope").get()))
          .isNotNull();
      var refused =
          catchThrowableOfType(
              ValidationException.class,
              () -> milo.postings().create("ab", p -> p.resume(s -> {})));
      assertThat(refused.fieldErrors()).extracting(FieldError::path).containsExactly("title");
    }
  }
}
