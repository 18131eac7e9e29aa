// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.eof;
import static ai.heymilo.testkit.Reply.raw;
import static ai.heymilo.testkit.Reply.reset;
import static ai.heymilo.testkit.Reply.silence;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong before a byte of the request is sent leaves no doubt and is tried again. */
@Tag("slow")
@Timeout(60)
class NeverSentTest {
  private static final String BEHIND_THE_PROXY = "https://api.heymilo.invalid";
  private static final Timeouts SHORT = Timeouts.builder().attempt(Duration.ofMillis(300)).build();

  private static Stream<Arguments> eachWay(List<Reply> replies) {
    return replies.stream()
        .flatMap(
            reply ->
                Stream.of(Op.GET_POSTING, Op.CREATE)
                    .flatMap(
                        call ->
                            Stream.of(
                                Arguments.of(reply, call, false),
                                Arguments.of(reply, call, true))));
  }

  static Stream<Arguments> tunnelsThatWantCredentials() {
    return eachWay(
        List.of(
            raw("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"),
            raw("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\n\r\n"),
            raw("HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\n\r\n")));
  }

  @ParameterizedTest
  @MethodSource("tunnelsThatWantCredentials")
  void aProxyThatWantsCredentialsIsAStatusErrorAtOnce(Reply reply, Op call, boolean async) {
    try (RawServer proxy = RawServer.answering(reply);
        Client client = through(proxy, Timeouts.defaults())) {
      UnexpectedStatusException failure =
          failure(
              UnexpectedStatusException.class,
              () -> call.on(client.sender(), BEHIND_THE_PROXY, async));

      assertThat(failure.status()).isEqualTo(407);
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure.mayHaveBeenApplied()).isFalse();
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  static Stream<Arguments> tunnelsThatDoNotOpen() {
    return eachWay(
        List.of(
            raw("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"),
            raw("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n"),
            raw("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"),
            raw("HTTP/1.1 504 No\r\nContent-Length: 0\r\n\r\n"),
            eof(),
            reset("")));
  }

  @ParameterizedTest
  @MethodSource("tunnelsThatDoNotOpen")
  void aProxyThatOpensNoTunnelIsTriedAgain(Reply reply, Op call, boolean async) {
    try (RawServer proxy = RawServer.answering(reply);
        Client client = through(proxy, Timeouts.defaults())) {
      assertNeverSent(client, call, BEHIND_THE_PROXY, async);

      assertThat(proxy.requests()).hasSizeBetween(3, 6); // the JDK repeats a CONNECT by itself
    }
  }

  static Stream<Arguments> silentTunnels() {
    return eachWay(List.of(silence()));
  }

  @ParameterizedTest
  @MethodSource("silentTunnels")
  void aProxyThatNeverAnswersIsTriedAgain(Reply reply, Op call, boolean async) {
    try (RawServer proxy = RawServer.answering(reply);
        Client client = through(proxy, SHORT)) {
      assertNeverSent(client, call, BEHIND_THE_PROXY, async);
    }
  }

  static Stream<Arguments> portsWithoutTls() {
    return eachWay(
        List.of(
            raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
            raw("SSH-2.0-OpenSSH_9.6\r\n"),
            eof()));
  }

  @ParameterizedTest
  @MethodSource("portsWithoutTls")
  void httpsToAPortThatSpeaksSomethingElseIsTriedAgain(Reply reply, Op call, boolean async)
      throws IOException {
    try (ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Client client = Client.plain()) {
      Thread thread = new Thread(() -> greet(port, reply), "greeter");
      thread.setDaemon(true);
      thread.start();

      assertNeverSent(client, call, "https://127.0.0.1:" + port.getLocalPort(), async);
    }
  }

  private static void assertNeverSent(Client client, Op call, String url, boolean async) {
    TransportException failure =
        failure(TransportException.class, () -> call.on(client.sender(), url, async));

    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(failure.mayHaveBeenApplied()).isFalse();
    assertThat(client.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  private static Client through(RawServer proxy, Timeouts timeouts) {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(proxy.url()).getPort());
    return Client.with(
        options ->
            options.connections(http -> http.proxy(ProxySelector.of(address))).timeouts(timeouts));
  }

  /** Replies to whatever the first bytes are. */
  private static void greet(ServerSocket port, Reply reply) {
    while (!port.isClosed()) {
      try (Socket socket = port.accept()) {
        byte[] hello = new byte[4096];
        if (socket.getInputStream().read(hello) > 0) {
          reply.to(socket);
        }
      } catch (IOException | InterruptedException e) {
        return; // the test is over
      }
    }
  }
}
