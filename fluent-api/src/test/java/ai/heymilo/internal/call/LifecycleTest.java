// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.drip;
import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.silence;
import static ai.heymilo.testkit.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.ClientClosedException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.generated.Sender;
import ai.heymilo.internal.Time;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RetryPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LifecycleTest {

  @Test
  void nothingIsSentByAClosedClient() {
    try (RawServer server = RawServer.answering(ok())) {
      Client client = Client.plain();
      Sender view = client.sender(o -> o);
      client.close();
      client.close();

      assertThatThrownBy(() -> Op.GET_POSTING.on(view, server.url()))
          .isInstanceOf(ClientClosedException.class)
          .hasMessageContaining("the client is closed");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void closingEndsWhatIsUnderWayAndSaysIfItMayHaveBeenApplied() {
    try (RawServer server = RawServer.answering(silence())) {
      Client client = Client.plain();
      CompletableFuture<?> read = Op.GET_POSTING.startOn(client.sender(), server.url());
      CompletableFuture<?> write = Op.CREATE.startOn(client.sender(), server.url());
      while (server.requests().size() < 2) {
        Thread.onSpinWait();
      }
      client.close();

      assertThatThrownBy(read::join).hasCauseInstanceOf(TransportException.class);
      assertThatThrownBy(write::join).hasCauseInstanceOf(AmbiguousWriteException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingEndsACallThatAThreadWaitsForAndLeavesNoInterruptBehind(boolean headersCame)
      throws Exception {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\nFFFFFF\r\n";
    Reply never = headersCame ? drip(head, 20) : silence();
    try (RawServer server = RawServer.answering(never)) {
      Client client = Client.plain();
      CompletableFuture<String> ended = new CompletableFuture<>();
      Thread waiting =
          new Thread(
              () -> {
                try {
                  Op.GET_POSTING.on(client.sender(), server.url());
                  ended.complete("answered");
                } catch (TransportException e) {
                  ended.complete("interrupted: " + Thread.currentThread().isInterrupted());
                } catch (RuntimeException e) {
                  ended.completeExceptionally(e);
                }
              });
      waiting.start();
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      client.close();

      assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted: false");
    }
  }

  @Test
  void aClientOfTheCallerStaysOpen() throws Exception {
    HttpClient mine = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try (RawServer server = RawServer.answering(ok())) {
      try (Client client = Client.with(o -> o.httpClient(mine))) {
        Op.GET_POSTING.on(client.sender(), server.url());
      }
      HttpRequest request = HttpRequest.newBuilder(URI.create(server.url())).build();

      assertThat(mine.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @Tag("slow")
  void twoHundredCyclesLeaveNoThreadBehindThoughTheClosedClientsAreKept()
      throws InterruptedException {
    try (RawServer server = RawServer.answering(ok())) {
      long before = threads();
      List<HeyMilo> closed = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        HeyMiloBuilder builder = HeyMilo.builder().apiKey(Canary.KEY).baseUrl(server.url());
        if (i % 2 == 0) {
          builder.proxy(HttpClient.Builder.NO_PROXY);
        }
        try (HeyMilo milo = builder.build()) {
          milo.posting("P_1").get();
          closed.add(milo);
        }
      }
      for (int i = 0; i < 300 && threads() > before; i++) {
        System.gc(); // before JDK 21 a client ends when it is collected
        Thread.sleep(50);
      }

      assertThat(closed).hasSize(200);
      assertThat(threads()).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void closingAViewClosesNothing() {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.plain()) {
      client.sender(o -> o).close();
      client.sender().observedBy(response -> {}).close(Duration.ZERO);

      Op.GET_POSTING.on(client.sender(), server.url());
    }
  }

  @Test
  void closingInPeaceLetsACallEndAndAcceptsNoOther() throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    try (RawServer server =
            RawServer.answering(
                socket -> {
                  closing.await();
                  return ok().to(socket);
                });
        Client client = Client.plain()) {
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      Thread closer = new Thread(() -> client.sender().close(Duration.ofSeconds(20)));
      closer.start();
      while (closer.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(() -> Op.GET_POSTING.on(client.sender(), server.url()))
          .isInstanceOf(ClientClosedException.class);
      closing.countDown();

      call.get(10, TimeUnit.SECONDS);
      closer.join();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void closingInPeaceEndsWhatTakesTooLong() {
    try (RawServer server = RawServer.answering(silence());
        Client client = Client.plain()) {
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      client.sender().close(Duration.ofMillis(50));

      assertThatThrownBy(call::join).hasCauseInstanceOf(AmbiguousWriteException.class);
    }
  }

  /** A continuation runs on a thread of the client, which closing it must not interrupt. */
  @Test
  void aContinuationThatClosesTheClientIsNotInterrupted() throws Exception {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.plain()) {
      CompletableFuture<Boolean> interrupted =
          Op.GET_POSTING
              .startOn(client.sender(), server.url())
              .thenApply(
                  response -> {
                    client.sender().close();
                    return Thread.currentThread().isInterrupted();
                  });

      assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }
  }

  @Test
  void noThreadOfOursOutlivesTheClient() throws Exception {
    try (RawServer server = RawServer.answering(status(503), ok())) {
      RetryPolicy soon =
          RetryPolicy.builder().waits(Duration.ofMillis(1), Duration.ofMillis(1)).build();
      try (Client client = Client.with(o -> o.time(Time.system()).retryPolicy(soon))) {
        String byName = "http://localhost:" + URI.create(server.url()).getPort();
        Op.GET_POSTING.startOn(client.sender(), byName).get(10, TimeUnit.SECONDS);
      }
      long deadline = System.nanoTime() + Duration.ofMillis(600).toNanos();
      while (ours() > 0 && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }

      assertThat(ours()).isZero();
    }
  }

  private static long ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("heymilo-"))
        .count();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("HttpClient-"))
        .count();
  }
}
