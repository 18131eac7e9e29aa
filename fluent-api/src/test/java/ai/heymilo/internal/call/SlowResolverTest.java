// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.internal.Time;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.SlowClient;
import ai.heymilo.transport.Timeouts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread that sends can be held up before anything is sent, past every timeout. */
@Timeout(30)
class SlowResolverTest {
  private static final Timeouts SHORT =
      Timeouts.builder().attempt(Duration.ofMillis(200)).call(Duration.ofMillis(400)).build();

  private final SlowClient http = new SlowClient();

  private Client client() {
    return Client.with(o -> o.httpClient(http).timeouts(SHORT).time(Time.system()));
  }

  private static String byName(RawServer server) {
    return "http://localhost:" + URI.create(server.url()).getPort();
  }

  @ParameterizedTest
  @EnumSource(
      value = Op.class,
      names = {"GET_POSTING", "CREATE", "LIST_CANDIDATES"})
  void anAsynchronousCallReturnsAndFailsInTimeThoughTheResolverHangs(Op call) throws Exception {
    try (RawServer server = RawServer.answering(ok());
        Client client = client()) {
      CompletableFuture<?> future = call.startOn(client.sender(), byName(server));
      http.awaitRequest();

      assertThat(future).isNotDone();
      assertThat(future.handle((value, failure) -> failure).get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(Throwable.class)
          .satisfiesAnyOf(
              e -> assertThat(e).isInstanceOf(HeyMiloException.class),
              e -> assertThat(e).hasCauseInstanceOf(HeyMiloException.class));
      assertThat(server.requests()).isEmpty();
      http.release();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Op.class,
      names = {"GET_POSTING", "CREATE"})
  void aBlockingCallFailsInTimeThoughTheResolverHangs(Op call) {
    try (RawServer server = RawServer.answering(ok());
        Client client = client()) {
      failure(HeyMiloException.class, () -> call.on(client.sender(), byName(server)));

      assertThat(server.requests()).isEmpty();
      http.release();
    }
  }

  /** An attempt that was given up while its thread was held up is not sent when it goes on. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasGivenUpIsNotSentLater(boolean async) throws Exception {
    Timeouts twice =
        Timeouts.builder().attempt(Duration.ofMillis(100)).call(Duration.ofSeconds(20)).build();
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.httpClient(http).timeouts(twice).time(Time.system()))) {
      failure(HeyMiloException.class, () -> Op.CREATE.on(client.sender(), byName(server), async));
      http.release();
      http.awaitIdle();
      http.delegate()
          .send(
              HttpRequest.newBuilder(URI.create(server.url() + "/later")).build(),
              HttpResponse.BodyHandlers.discarding());

      assertThat(server.requests())
          .singleElement()
          .satisfies(request -> assertThat(request.line()).startsWith("GET /later"));
    }
  }

  @Test
  void anInterruptIsNotTakenForTheTimerThatComesAfterIt() throws Exception {
    try (RawServer server = RawServer.answering(ok());
        Client client = client()) {
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      CompletableFuture<HeyMiloException> thrown = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                thrown.complete(
                    failure(
                        HeyMiloException.class,
                        () -> Op.GET_POSTING.on(client.sender(), server.url())));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      caller.start();
      http.awaitRequest(); // on the caller's thread: the server's address is no name
      caller.interrupt();
      Thread.sleep(SHORT.attempt().toMillis() + 100); // the timer goes off in between
      http.release();

      assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedCallException.class);
      assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
