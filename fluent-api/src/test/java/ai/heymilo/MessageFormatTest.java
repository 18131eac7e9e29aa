// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.Timeouts;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A message names the operation, the failure, its reason, and the next step where there is one. */
@Timeout(60)
class MessageFormatTest {
  private static final String LOST = "lost its connection before the response was complete";
  private static final String ADVICE =
      "; it may have been applied: call \\w+ to find out before sending it again";

  static Stream<Arguments> messages() {
    Reply refused =
        Reply.json(
            422,
            "{\"detail\":[{\"loc\":[\"body\",\"title\"],\"type\":\"too_short\",\"msg\":\"m\"}]}",
            "X-Request-Id: req-7");
    return Stream.of(
        arguments(
            Op.GET_POSTING,
            refused,
            "failed with HTTP 422: title \\(too_short\\)",
            ", request req-7"),
        arguments(Op.GET_POSTING, Reply.status(503), "failed with HTTP 503", ", 3 attempts"),
        arguments(Op.GET_POSTING, Reply.eof(), LOST, ", 3 attempts"),
        arguments(
            Op.GET_POSTING,
            Reply.json(200, "{"),
            "succeeded with HTTP 200, but the response could not be read",
            ", 2 attempts"),
        arguments(
            Op.GET_POSTING,
            Reply.status(429, "Retry-After: 600"),
            "failed with HTTP 429: the next retry \\(in 600\\.0 s\\) would exceed the call timeout of"
                + " 120\\.0 s",
            ""),
        arguments(Op.CREATE, Reply.status(503), "failed with HTTP 503" + ADVICE, ""),
        arguments(Op.CREATE, Reply.eof(), LOST + ADVICE, ""));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aCallThatFails(Op call, Reply reply, String text, String end) {
    try (RawServer server = RawServer.answering(reply);
        Client client = Client.plain()) {
      assertMessage(() -> call.on(client.sender(), server.url()), text, end);
    }
  }

  private static void assertMessage(ThrowingCallable call, String text, String end) {
    HeyMiloException failure = failure(HeyMiloException.class, call);
    String place = Pattern.quote("[" + failure.method() + " " + failure.pathTemplate() + end + "]");

    assertThat(failure.getMessage()).matches(failure.operationId() + " " + text + " " + place);
  }

  @Test
  void aCallThatFindsTheRateLimitUsedUp() {
    Timeouts timeouts = Timeouts.builder().call(Duration.ofMillis(300)).build();
    RateLimiter limiter = RateLimiter.slidingWindow(1, Duration.ofDays(1));
    try (RawServer server = RawServer.answering(Reply.ok());
        Client patient = Client.with(o -> o.rateLimiter(limiter));
        Client hasty = Client.with(o -> o.timeouts(timeouts).rateLimiter(limiter))) {
      Op.GET_POSTING.on(patient.sender(), server.url());

      assertMessage(
          () -> Op.GET_POSTING.on(hasty.sender(), server.url()),
          "found the rate limit used up: the next permit \\(in 86\\d{3}\\.\\d+ s\\) would exceed the"
              + " call timeout of 0\\.3 s",
          "");
    }
  }

  @Test
  void aCallWithoutAKey() {
    Supplier<String> broken =
        () -> {
          throw new IllegalStateException("vault");
        };
    try (RawServer server = RawServer.answering(Reply.ok());
        Client client = Client.with(o -> o.apiKey(broken))) {
      assertMessage(
          () -> Op.GET_POSTING.on(client.sender(), server.url()),
          "was not sent: the API key could not be obtained",
          "");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', HEYMILO_API_KEY is empty",
    "a b, 'apiKey must contain only visible ASCII characters, but has another at index 1 (a space,"
        + " a line end or a control character)'"
  })
  void aKeyThatCannotBeOne(String key, String message) {
    assertThatThrownBy(() -> HeyMilo.builder().environment(Map.of("HEYMILO_API_KEY", key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
