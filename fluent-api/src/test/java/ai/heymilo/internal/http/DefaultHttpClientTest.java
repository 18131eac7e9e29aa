// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.TransportException;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.model.Readers;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client's own {@code HttpClient} has one thread, which is for the connections alone. */
@Timeout(60)
class DefaultHttpClientTest {

  @Test
  void aBlockingCallIsReadOnTheThreadThatWaitsForIt() throws Exception {
    try (RawServer server = RawServer.answering(Reply.ok());
        Client client = Client.plain()) {
      ReadHere read = client.sender().send(call(client, server)).body();

      assertThat(read.thread).isSameAs(Thread.currentThread());
    }
  }

  /** The JDK's context takes as long to load as the rest of the client. */
  @Test
  void tlsIsLoadedOnlyForServersThatHaveIt() throws Exception {
    ClientOptions options = ClientOptions.defaults();
    SSLContext own = SSLContext.getInstance("TLS");

    assertThat(protocol(options.baseUrl("http://127.0.0.1:1"))).isEqualTo("none");
    assertThat(protocol(options.baseUrl("https://127.0.0.1:1"))).isEqualTo("Default");
    assertThat(protocol(options.baseUrl("http://127.0.0.1:1").connections(c -> c.sslContext(own))))
        .isEqualTo("TLS");
  }

  @Test
  void aClientWithoutTlsSaysWhyItHasNone() {
    SSLContext none =
        DefaultHttpClient.of(ClientOptions.defaults().baseUrl("http://127.0.0.1:1")).sslContext();

    assertThatThrownBy(none::getSocketFactory)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("the base URL is plain HTTP");
  }

  private static String protocol(ClientOptions options) {
    return DefaultHttpClient.of(options).sslContext().getProtocol();
  }

  @Test
  void nothingOfTheCallersRunsOnTheThreadOfTheConnections() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    CallListener listener =
        new CallListener() {
          @Override
          public void attemptEnded(Call call, Attempt attempt) {
            threads.add(Thread.currentThread().getName());
          }

          @Override
          public void callEnded(Call call, End end) {
            threads.add(Thread.currentThread().getName());
          }
        };
    try (RawServer server = RawServer.counting(n -> n % 2 == 0 ? Reply.status(503) : Reply.ok());
        Client client = Client.with(options -> options.listener(listener))) {
      CompletableFuture<?> ended =
          client
              .sender()
              .sendAsync(call(client, server))
              .thenAccept(
                  answer -> {
                    threads.add(Thread.currentThread().getName());
                    threads.add(answer.body().thread.getName());
                  });
      ended.get(10, TimeUnit.SECONDS);
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(threads).isNotEmpty().noneMatch(name -> name.contains("Selector"));
    }
  }

  /** Whoever waits in a continuation must not hold up the connections of all others. */
  @Test
  void othersGoOnWhileAContinuationWaits() throws Exception {
    CountDownLatch attached =
        new CountDownLatch(1); // were the answer there first, it would run here
    try (RawServer server =
            RawServer.scripted(
                request ->
                    socket -> {
                      attached.await();
                      return Reply.ok().to(socket);
                    });
        Client client = Client.plain()) {
      CompletableFuture<Void> release = new CompletableFuture<>();
      CompletableFuture<?> waiting =
          client.sender().sendAsync(call(client, server)).thenAccept(answer -> release.join());
      attached.countDown();

      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(waiting).isNotDone();
      release.complete(null);
      waiting.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void nothingIsHandedOverToOtherThreads() {
    Thread[] running = new Thread[1];
    DefaultHttpClient.of(ClientOptions.defaults())
        .executor()
        .orElseThrow()
        .execute(() -> running[0] = Thread.currentThread());

    assertThat(running).containsExactly(Thread.currentThread());
  }

  @Test
  void aTaskThatFailsLeavesItsThreadAlive() throws Exception {
    IllegalStateException failure = new IllegalStateException("a task of the JDK's");
    AtomicReference<Throwable> seen = new AtomicReference<>();
    CompletableFuture<String> after = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              DefaultHttpClient.runHere(
                  () -> {
                    throw failure;
                  });
              after.complete("alive");
            });
    thread.setUncaughtExceptionHandler((where, what) -> seen.set(what));
    thread.start();

    assertThat(after.get(10, TimeUnit.SECONDS)).isEqualTo("alive");
    thread.join();
    assertThat(seen.get()).isSameAs(failure);
  }

  @Test
  @Tag("slow")
  void manyThreadsCallOverTls(@TempDir Path directory) throws Exception {
    KeyStore keys = keys(directory);
    try (RawServer server = RawServer.overTls(serving(keys), request -> page());
        HeyMilo milo =
            HeyMilo.builder()
                .apiKey(Canary.KEY)
                .baseUrl(server.url())
                .sslContext(trusting(keys))
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
      ExecutorService threads = Executors.newFixedThreadPool(16);
      List<Future<Integer>> lengths = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        lengths.add(threads.submit(() -> milo.posting("P_1").get().getTitle().length()));
      }
      for (Future<Integer> length : lengths) {
        assertThat(length.get(20, TimeUnit.SECONDS)).isEqualTo(300_000);
      }
      threads.shutdown();
    }
  }

  @Test
  @Tag("slow")
  void aCertificateThatIsNotTrustedFailsTheCallAndNotTheClient(@TempDir Path directory)
      throws Exception {
    try (RawServer untrusted = RawServer.overTls(serving(keys(directory)), request -> page());
        RawServer plain = RawServer.answering(Reply.ok());
        Client client = Client.plain()) {
      assertThatThrownBy(() -> Op.GET_POSTING.on(client.sender(), untrusted.url()))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("not trusted");

      Op.GET_POSTING.on(client.sender(), plain.url());
      assertThat(plain.requests()).hasSize(1);
    }
  }

  private static ApiCall<ReadHere> call(Client client, RawServer server) {
    return client
        .api(server.url())
        .call(new Operation("getPosting", "GET", "/api/v2/postings/p1"))
        .returning(Readers.other(ReadHere.class));
  }

  /** Keeps the thread that read it. */
  static final class ReadHere {
    final Thread thread = Thread.currentThread();
  }

  private static Reply page() {
    return Reply.json(
        200, "{\"data\":{\"posting_id\":\"P_1\",\"title\":\"" + "t".repeat(300_000) + "\"}}");
  }

  private static KeyStore keys(Path directory) throws Exception {
    Path file = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, "changeit".toCharArray());
    }
    return keys;
  }

  private static SSLContext serving(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext trusting(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
