// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.BadRequestException;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.StatusException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ApiKey;
import ai.heymilo.transport.RateLimiter.WaitTooLongException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception ends a call, what it says, and whether it leaves a doubt. */
class FailuresTest {
  private static final Operation OPERATION = new Operation("doThing", "POST", "/things");
  private static final Duration LIMIT = Duration.ofMillis(1500);

  private final Failures ofWrite = new Failures(OPERATION, true, LIMIT);
  private final Failures ofRead = new Failures(OPERATION, false, LIMIT);

  private static Outcome<?> answered(int status, String... namesAndValues) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return Outcome.refused(status, HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
  }

  private static Outcome<?> failed(Throwable failure) {
    return Outcome.failed(failure, null, true);
  }

  static Stream<Arguments> exceptions() {
    return Stream.of(
        Arguments.of(400, BadRequestException.class),
        Arguments.of(401, UnauthorizedException.class),
        Arguments.of(404, NotFoundException.class),
        Arguments.of(422, ValidationException.class),
        Arguments.of(429, RateLimitException.class),
        Arguments.of(403, UnexpectedStatusException.class),
        Arguments.of(300, UnexpectedStatusException.class));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void eachStatusHasItsException(int status, Class<? extends StatusException> type) {
    HeyMiloException failure = ofWrite.of(answered(status), null);

    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(ofWrite.status()).isEqualTo(status);
    assertThat(ofWrite.inDoubt()).isFalse();
  }

  static Stream<Arguments> endsWithoutAStatus() {
    return Stream.of(
        Arguments.of(new ConnectException(), "could not be sent (ConnectException)", false),
        Arguments.of(
            new SSLPeerUnverifiedException("name"),
            "was not sent: the server's certificate is not trusted",
            false),
        Arguments.of(new HttpTimeoutException("late"), "got no complete response in time", true),
        Arguments.of(
            new IOException("reset"),
            "lost its connection before the response was complete",
            true));
  }

  @ParameterizedTest
  @MethodSource("endsWithoutAStatus")
  void whatHappenedIsSaid(Throwable why, String what, boolean doubt) {
    HeyMiloException read = ofRead.of(failed(why), null);
    HeyMiloException write = ofWrite.of(failed(why), null);

    assertThat(read).isExactlyInstanceOf(TransportException.class).hasCause(why);
    assertThat(read).hasMessageStartingWith("doThing " + what);
    assertThat(write instanceof AmbiguousWriteException).isEqualTo(doubt);
    assertThat(ofWrite.inDoubt()).isEqualTo(doubt);
    assertThat(ofRead.inDoubt()).isFalse();
    assertThat(read.status()).isZero();
  }

  private static Outcome<?> saying(int status, String message) {
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    byte[] body = ("{\"detail\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
    return Outcome.refused(status, none, body);
  }

  @Test
  void whatTheServerSaidLastStays() {
    assertThat(ofRead.of(saying(503, "busy"), null).serverMessage()).isEqualTo("busy");
    HeyMiloException lost = ofRead.of(failed(new IOException("reset")), null);

    assertThat(lost.status()).isEqualTo(503);
    assertThat(lost.serverMessage()).isEqualTo("busy");
  }

  @Test
  void aSuccessThatCannotBeReadSaysNothing() {
    ofRead.of(saying(503, "busy"), null);
    HeyMiloException unreadable =
        ofRead.of(Outcome.failed(new IOException("end"), OutcomeTest.body(200, "{"), true), null);

    assertThat(unreadable)
        .hasMessageStartingWith(
            "doThing succeeded with HTTP 200, but the response could not be read");
    assertThat(unreadable.serverMessage()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"X-Request-Id", "Request-Id", "X-Correlation-Id"})
  void theIdOfTheRequestIsKept(String header) {
    assertThat(ofRead.of(answered(400, header, "req-7"), null).requestId()).isEqualTo("req-7");
  }

  @Test
  void theFirstIdThatCanBeOneCounts() {
    Outcome<?> outcome = answered(400, "X-Request-Id", "no id", "X-Correlation-Id", "c-7");

    assertThat(ofRead.of(outcome, null).requestId()).isEqualTo("c-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no id", "<script>"})
  void whatCannotBeAnIdIsNotKept(String value) {
    assertThat(ofRead.of(answered(400, "X-Request-Id", value), null).requestId()).isNull();
  }

  @Test
  void theKeyIsRemovedFromHeadersAndCauses() {
    ofRead.attempted(2, ApiKey.of("some-key-1"));
    HeyMiloException answered = ofRead.of(answered(400, "X-Echo", "some-key-1"), null);
    HeyMiloException failed = ofRead.of(failed(new IOException("bad some-key-1")), null);

    assertThat(answered.headers().firstValue("X-Echo")).hasValue("[key]");
    assertThat(answered.attempts()).isEqualTo(2);
    assertThat(failed)
        .hasRootCauseMessage("java.io.IOException, whose message contained the API key");
    assertThat(ofRead.withoutPermit(new IOException("some-key-1")))
        .hasRootCauseMessage("java.io.IOException, whose message contained the API key");
  }

  @Test
  void aDoubtStaysWhateverComesAfterIt() {
    HeyMiloException first = ofWrite.of(failed(new IOException("reset")), null);
    HeyMiloException second = ofWrite.of(answered(404), null);

    assertThat(first).isInstanceOf(AmbiguousWriteException.class);
    assertThat(second)
        .isInstanceOf(AmbiguousWriteException.class)
        .hasMessageStartingWith("doThing failed with HTTP 404")
        .hasCauseInstanceOf(NotFoundException.class);
    assertThat(ofWrite.timedOut("", Duration.ZERO)).isInstanceOf(AmbiguousWriteException.class);
    assertThat(ofWrite.withoutKey(new IllegalStateException()))
        .isInstanceOf(AmbiguousWriteException.class);
    assertThat(ofWrite.closed(false)).isInstanceOf(AmbiguousWriteException.class);
    assertThat(ofWrite.interrupted(false, new InterruptedException()).mayHaveBeenApplied())
        .isTrue();
  }

  @Test
  void theTimeOfTheCallIsOverOrWouldBe() {
    HeyMiloException last = ofRead.of(answered(503), null);
    HeyMiloException over = ofRead.timedOut("", Duration.ZERO);
    HeyMiloException wouldBe = ofRead.timedOut("failed: the next retry", Duration.ofMillis(2500));

    assertThat(over)
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageStartingWith("doThing exceeded the call timeout of 1.5 s")
        .hasCause(last);
    assertThat(wouldBe)
        .hasMessageStartingWith(
            "doThing failed: the next retry (in 2.5 s) would exceed the call timeout of 1.5 s");
    assertThat(((CallTimeoutException) wouldBe).neededWait()).isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void aLimiterSaysWhyItGaveNoPermit() {
    HeyMiloException tooLong =
        ofWrite.withoutPermit(WaitTooLongException.of(Duration.ofMinutes(1)));

    assertThat(tooLong)
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageStartingWith(
            "doThing found the rate limit used up: the next permit (in 60.0 s) would exceed");
    assertThat(ofWrite.withoutPermit(new CancellationException()))
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageStartingWith("doThing exceeded the call timeout");
    assertThat(withoutPermit(null)).hasNoCause();
    IllegalStateException broken = new IllegalStateException("broken");
    assertThat(withoutPermit(broken)).hasCause(broken);
  }

  private HeyMiloException withoutPermit(@Nullable Throwable why) {
    HeyMiloException failure = ofWrite.withoutPermit(why);
    assertThat(failure)
        .isExactlyInstanceOf(TransportException.class)
        .hasMessageStartingWith("doThing was not sent: the rate limiter failed");
    return failure;
  }

  @Test
  void onlyAWriteUnderWayIsInDoubtWhenTheCallIsEndedFromOutside() {
    assertThat(ofWrite.closed(true)).isInstanceOf(AmbiguousWriteException.class);
    assertThat(ofWrite.closed(false)).isExactlyInstanceOf(TransportException.class);
    assertThat(ofRead.closed(true)).isExactlyInstanceOf(TransportException.class);
    InterruptedException cause = new InterruptedException();
    assertThat(ofWrite.interrupted(true, cause).mayHaveBeenApplied()).isTrue();
    assertThat(ofWrite.interrupted(false, cause).mayHaveBeenApplied()).isFalse();
    assertThat(ofRead.interrupted(true, cause).mayHaveBeenApplied()).isFalse();
    assertThat(ofWrite.inDoubt()).isFalse();
  }
}
