// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.status;
import static ai.heymilo.testkit.Thrown.failure;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.http.OneShotBody;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, to whom, and what is not. */
@Timeout(60)
class RequestTest {

  @Test
  void keyWorkspaceAndAgentGoInHeaders() {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.workspaceId("ws-1").userAgent("heymilo/1"))) {
      Op.CREATE.on(client.sender(), server.url());

      assertThat(server.requests().get(0).headers())
          .containsEntry("X-API-KEY", Canary.KEY)
          .containsEntry("X-Workspace-Id", "ws-1")
          .containsEntry("User-Agent", "heymilo/1")
          .containsEntry("Accept", "application/json")
          .containsEntry("Accept-Encoding", "identity")
          .containsEntry("Content-Type", "application/json");
      assertThat(server.requests().get(0).line()).doesNotContain(Canary.KEY);
    }
  }

  /** The price of {@link OneShotBody}: JDKs from 19 on would send no length without it. */
  @ParameterizedTest
  @EnumSource(names = {"GET_POSTING", "ACTIVATE", "CLONE"})
  void aRequestWithoutABodyHasTheLengthZero(Op call) {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.plain()) {
      call.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0).headers())
          .containsEntry("Content-Length", "0")
          .doesNotContainKey("Transfer-Encoding");
    }
  }

  @Test
  void aViewHasItsOwnWorkspaceAndHeaders() {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.workspaceId("ws-1"))) {
      RetryingSender other = client.sender(o -> o.workspaceId("ws-2").header("X-Trace", "t-1"));
      Op.CREATE.on(other, server.url());
      Op.CREATE.on(client.sender(), server.url());

      assertThat(server.requests().get(0).headers())
          .containsEntry("X-Workspace-Id", "ws-2")
          .containsEntry("X-Trace", "t-1")
          .containsEntry("X-API-KEY", Canary.KEY);
      assertThat(server.requests().get(1).headers())
          .containsEntry("X-Workspace-Id", "ws-1")
          .doesNotContainKey("X-Trace");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-API-KEY", "x-api-key", "Authorization", "Cookie", "Host", "Accept-Encoding"})
  void someHeadersAreNotTheCallersToSet(String name) {
    assertThatThrownBy(() -> ClientOptions.defaults().header(name, "v"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be set here");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) {
    try (RawServer elsewhere = RawServer.answering(ok());
        RawServer server =
            RawServer.answering(status(status, "Location: " + elsewhere.url() + "/"));
        Client client = Client.plain()) {
      UnexpectedStatusException failure =
          failure(
              UnexpectedStatusException.class,
              () -> Op.GET_POSTING.on(client.sender(), server.url()));

      assertThat(failure.status()).isEqualTo(status);
      assertThat(elsewhere.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aClientThatFollowsRedirectsIsRefused() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    assertThatThrownBy(() -> ClientOptions.defaults().httpClient(following))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("httpClient must not follow redirects");
  }

  @Test
  void aCertificateThatIsNotTrustedIsNotTriedAgain(@TempDir Path folder) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpsServer server = selfSigned(folder, requests);
    server.start();
    try (Client client = Client.plain()) {
      String url = "https://localhost:" + server.getAddress().getPort();
      for (Op call : new Op[] {Op.GET_POSTING, Op.CREATE}) {
        TransportException failure =
            failure(TransportException.class, () -> call.on(client.sender(), url));

        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure).hasMessageContaining("certificate is not trusted");
        assertThat(failure.mayHaveBeenApplied()).isFalse();
      }
      assertThat(client.waits()).isEmpty();
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theJdkSendsNothingASecondTimeByItself(boolean allMethods) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.httpclient.enableAllMethodRetry=" + allMethods,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                EofProgram.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output.lines().filter(line -> line.contains(" -> ")))
        .containsExactlyInAnyOrder(
            "LIST_POSTINGS -> 3",
            "GET_POSTING -> 3",
            "LIST_CANDIDATES -> 3",
            "ACTIVATE -> 3",
            "ARCHIVE -> 3",
            "UPDATE -> 1",
            "UPDATE_STEP -> 1",
            "CREATE -> 1",
            "CLONE -> 1",
            "INGEST -> 1",
            "INGEST_QUEUED -> 1",
            "INGEST_BULK -> 1",
            "INGEST_BULK_QUEUED -> 1");
  }

  @Test
  void aConnectionThatTheServerClosedMeanwhileIsNoReasonToWriteTwice() {
    // the server says that it keeps the connection, answers, and then closes it
    try (RawServer server =
            RawServer.answering(
                socket -> {
                  ok().to(socket);
                  return false;
                });
        Client client = Client.plain()) {
      for (int i = 1; i <= 50; i++) {
        try {
          Op.CREATE.on(client.sender(), server.url());
        } catch (AmbiguousWriteException e) {
          assertThat(e.attempts()).isEqualTo(1); // it raced, and the caller is told
        }
        assertThat(server.requests().size()).isLessThanOrEqualTo(i);
      }
    }
  }

  private static HttpsServer selfSigned(Path folder, AtomicInteger requests) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException(output);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(Files.newInputStream(store), "changeit".toCharArray());
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.close();
        });
    return server;
  }

  /** Makes every call once against a server that closes every connection after the request. */
  static final class EofProgram {
    public static void main(String[] args) {
      for (Op call : Op.values()) {
        try (RawServer server = RawServer.answering(ai.heymilo.testkit.Reply.eof());
            Client client = Client.plain()) {
          failure(RuntimeException.class, () -> call.on(client.sender(), server.url()));
          System.out.println(call + " -> " + server.requests().size());
        }
      }
    }
  }
}
