// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.internal.http.BoundedBody;
import java.io.IOException;
import java.net.ConnectException;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

  private static BoundedBody body(int status, String bytes) {
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
