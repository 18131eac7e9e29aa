// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.internal.http.BoundedBody;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.transport.RateLimiter.Permit;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTest {

  static Stream<Arguments> failuresBeforeAnAnswer() {
    return Stream.of(
        Arguments.of(new ConnectException(), Condition.NEVER_SENT),
        Arguments.of(new HttpConnectTimeoutException("c"), Condition.NEVER_SENT),
        Arguments.of(new UnknownHostException(), Condition.NEVER_SENT),
        Arguments.of(new UnresolvedAddressException(), Condition.NEVER_SENT),
        Arguments.of(new IOException(new ConnectException()), Condition.NEVER_SENT),
        Arguments.of(new SSLHandshakeException("alert"), Condition.NEVER_SENT),
        Arguments.of(
            new SSLHandshakeException("PKIX").initCause(new CertificateException()),
            Condition.UNTRUSTED),
        Arguments.of(new NoRouteToHostException(), Condition.NEVER_SENT),
        Arguments.of(new SSLPeerUnverifiedException("name"), Condition.UNTRUSTED),
        Arguments.of(
            new IOException("/1.2.3.4: Received RST_STREAM: Stream not processed"),
            Condition.NEVER_SENT),
        Arguments.of(
            new IOException(new IOException("request not processed by peer")),
            Condition.NEVER_SENT),
        Arguments.of(new SSLException("reset"), Condition.LOST),
        Arguments.of(new SocketException("reset"), Condition.LOST),
        Arguments.of(new HttpTimeoutException("t"), Condition.LOST),
        Arguments.of(new IOException("end"), Condition.LOST),
        Arguments.of(new CancellationException(), Condition.BROKEN),
        Arguments.of(new IllegalArgumentException(), Condition.BROKEN));
  }

  @ParameterizedTest
  @MethodSource("failuresBeforeAnAnswer")
  void whatHappenedToTheRequestIsToldByTheFailure(Throwable failure, Condition condition) {
    assertThat(Outcome.failed(failure, null, true).condition).isEqualTo(condition);
  }

  @ParameterizedTest
  @CsvSource({
    "199, LOST, false",
    "200, UNREADABLE, false",
    "299, UNREADABLE, false",
    "300, DECLINED, true",
    "503, LOST, true"
  })
  void anAnswerThatBreaksOffCountsByItsStatus(int status, Condition condition, boolean error) {
    Outcome<String> outcome = Outcome.failed(new IOException("end"), body(status, "{}"), true);

    assertThat(outcome.condition).isEqualTo(condition);
    assertThat(outcome.isError()).isEqualTo(error);
    assertThat(outcome.failure == null).isEqualTo(error);
    assertThat(outcome.error).hasSize(error ? 2 : 0);
  }

  @Test
  void aProgrammingErrorIsNoAnswer() {
    Outcome<String> outcome = Outcome.failed(new AssertionError(), body(422, "{}"), true);

    assertThat(outcome.condition).isEqualTo(Condition.BROKEN);
    assertThat(outcome.isError()).isFalse();
    assertThat(outcome.error).isEmpty();
    assertThat(outcome.failure).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatWasNotAskedForWasNotSent() {
    assertThat(Outcome.failed(new IOException("end"), null, false).condition)
        .isEqualTo(Condition.NEVER_SENT);
  }

  @ParameterizedTest
  @CsvSource({"200, ", "299, ", "300, 7", "429, 7", "503, 7"})
  void onlyAnErrorAsksForAWait(int status, @Nullable Long seconds) {
    Outcome<String> outcome = refused(status, "Retry-After");

    assertThat(outcome.retryAfter(FakeTime.manual()))
        .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  @Test
  void aResetIsAWaitAfterA429Alone() {
    assertThat(refused(429, "RateLimit-Reset").retryAfter(FakeTime.manual()))
        .isEqualTo(Duration.ofSeconds(7));
    assertThat(refused(503, "RateLimit-Reset").retryAfter(FakeTime.manual())).isNull();
  }

  private static Outcome<String> refused(int status, String header) {
    return Outcome.refused(
        status, HttpHeaders.of(Map.of(header, List.of("7")), (n, v) -> true), new byte[0]);
  }

  @Test
  void thePermitOfWhatWasNeverSentIsUnused() {
    List<String> events = new ArrayList<>();
    Permit permit =
        new Permit() {
          @Override
          public void completed(int status, @Nullable Duration retryAfter) {
            events.add(status + " " + retryAfter);
          }

          @Override
          public void unused() {
            events.add("unused");
          }
        };
    Outcome.failed(new ConnectException(), null, true).giveBack(permit, null);
    Outcome.failed(new IOException("end"), null, true).giveBack(permit, null);
    refused(429, "Retry-After").giveBack(permit, Duration.ofSeconds(7));
    refused(503, "Retry-After").giveBack(permit, Duration.ofSeconds(7));

    assertThat(events).containsExactly("unused", "0 null", "429 PT7S", "503 null");
  }

  @Test
  void aSuccessThatBreaksOffIsUnreadable() {
    Outcome<String> outcome = Outcome.failed(new IOException("end"), body(200, "{}"), true);

    assertThat(outcome.condition).isEqualTo(Condition.UNREADABLE);
    assertThat(outcome.status).isEqualTo(200);
    assertThat(outcome.isError()).isFalse();
  }

  @Test
  void anErrorThatBreaksOffIsThatErrorWithWhatThereIsOfIt() {
    Outcome<String> outcome =
        Outcome.failed(new IOException("end"), body(422, "{\"detail\":"), true);

    assertThat(outcome.condition).isEqualTo(Condition.DECLINED);
    assertThat(outcome.isError()).isTrue();
    assertThat(outcome.error).asString().isEqualTo("{\"detail\":");
    assertThat(outcome.failure).isNull();
  }

  static BoundedBody body(int status, String bytes) {
    ResponseInfo info =
        new ResponseInfo() {
          @Override
          public int statusCode() {
            return status;
          }

          @Override
          public HttpHeaders headers() {
            return HttpHeaders.of(Map.of(), (name, value) -> true);
          }

          @Override
          public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
          }
        };
    BoundedBody body = new BoundedBody(info, 1000);
    body.onNext(List.of(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8))));
    return body;
  }
}
