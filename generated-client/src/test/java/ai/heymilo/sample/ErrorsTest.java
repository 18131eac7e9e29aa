// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.sample.api.InterviewersApi;
import ai.heymilo.sample.api.InterviewersApiAsync;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
  private static ApiException failureOf(Server server) {
    return catchThrowableOfType(
        ApiException.class, () -> new InterviewersApi(server.client()).getPosting("I_secret"));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 404, 422, 429, 500, 503})
  void everyStatusOutsideOf2xxFailsWithBodyAndHeaders(int status) {
    try (Server server = Server.answering(status, "{\"error\":{\"message\":\"ü\"}}")) {
      ApiException failure = failureOf(server);

      assertThat(failure.status()).isEqualTo(status);
      assertThat(new String(failure.body(), StandardCharsets.UTF_8))
          .isEqualTo("{\"error\":{\"message\":\"ü\"}}");
      assertThat(failure.headers().firstValue("x-request-id")).hasValue("req_1");
      assertThat(failure.operation()).isSameAs(InterviewersApi.GET_POSTING);
    }
  }

  @Test
  void theMessageNamesOperationAndStatusAndNoValue() {
    try (Server server = Server.answering(404, "{\"error\":\"ada@example.com\"}")) {
      assertThat(failureOf(server))
          .hasMessage("getPosting (GET /api/v2/postings/{posting_id}) answered 404");
    }
  }

  @Test
  void asynchronousCallsFailAlike() {
    try (Server server = Server.answering(429, "{}")) {
      assertThatThrownBy(() -> new InterviewersApiAsync(server.client()).getPosting("I_1").join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(429));
    }
  }

  @Test
  void anUnreadableBodyIsNamedByItsPlaceAndNotQuoted() {
    try (Server server =
        Server.answering(200, "{\"data\":{\"workflow\":[{\"order\":\"ada@example.com\"}]}}")) {
      ApiException failure = failureOf(server);

      assertThat(failure.status()).isZero();
      UnreadableBodyException cause = causeOf(failure, UnreadableBodyException.class);
      assertThat(cause.status()).isEqualTo(200);
      assertThat(cause).hasMessageContaining("property .data.workflow[0].order").hasNoCause();
      assertThat(failure).hasStackTraceContaining("getPosting");
      assertThat(stackTraceOf(failure))
          .doesNotContain("ada@example.com")
          .doesNotContain("I_secret");
    }
  }

  @Test
  void unreadableTextIsNotQuotedEither() {
    try (Server server = Server.answering(200, "<html>ada@example.com</html>")) {
      assertThat(stackTraceOf(failureOf(server)))
          .contains("JsonParseException at byte 0")
          .doesNotContain("example.com")
          .doesNotContain("html");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "{} {}", "{}]", "[]", "\"text\"", "{\"data\":"})
  void whatIsNoObjectIsNoAnswer(String body) {
    try (Server server = Server.answering(200, body)) {
      assertThat(causeOf(failureOf(server), UnreadableBodyException.class)).isNotNull();
    }
  }

  @Test
  void nestingHasALimit() {
    try (Server server = Server.answering(200, nested(199))) {
      assertThat(new InterviewersApi(server.client()).getPosting("I_1")).isNotNull();
    }
    for (int depth : new int[] {200, 100_000}) {
      try (Server server = Server.answering(200, nested(depth))) {
        assertThat(causeOf(failureOf(server), UnreadableBodyException.class))
            .hasMessageContaining("property .x");
      }
    }
  }

  private static String nested(int depth) {
    return "{\"data\":{},\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
  }

  @Test
  void noAnswerIsAFailureWithoutStatus() {
    Server server = Server.answering(200, "{}");
    server.close();

    ApiException failure = failureOf(server);

    assertThat(failure.status()).isZero();
    assertThat(failure.body()).isEmpty();
    assertThat(failure.headers().map()).isEmpty();
    assertThat(failure).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void noAnswerIsTheSameFailureToAnAsynchronousCall() {
    Server server = Server.answering(200, "{}");
    server.close();

    assertThatThrownBy(() -> new InterviewersApiAsync(server.client()).getPosting("I_1").join())
        .cause()
        .isInstanceOf(ApiException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void theBodyOfAFailureCannotBeChanged() {
    try (Server server = Server.answering(404, "{}")) {
      ApiException failure = failureOf(server);
      failure.body()[0] = 'X';

      assertThat(failure.body()).startsWith('{');
    }
  }

  @Test
  void anErrorBodyThatIsNoJsonIsKeptAsItIs() {
    try (Server server = Server.answering(502, "<html>Bad gateway</html>")) {
      assertThat(new String(failureOf(server).body(), StandardCharsets.UTF_8))
          .isEqualTo("<html>Bad gateway</html>");
    }
  }

  private static <T extends Throwable> T causeOf(Throwable failure, Class<T> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    throw new AssertionError("no " + type + " in the causes", failure);
  }

  private static String stackTraceOf(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"meta\":{}}", "{\"data\":null}"})
  void anAnswerWithoutItsEnvelopeIsUnreadable(String body) {
    try (Server server = Server.answering(200, body)) {
      assertThat(failureOf(server).getCause())
          .isInstanceOf(UnreadableBodyException.class)
          .hasMessageContaining("it has no property data");
    }
  }
}
