// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.listeners;

import static ai.heymilo.testkit.Reply.eof;
import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.silence;
import static ai.heymilo.testkit.Reply.status;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.internal.Time;
import ai.heymilo.internal.call.RetryingSender;
import ai.heymilo.internal.http.OneShotBody;
import ai.heymilo.internal.limit.SlidingWindow;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ListenerTest {
  private final Recorder recorder = new Recorder();

  @Test
  void everythingThatHappensIsToldInOrder() {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 2"), eof(), ok());
        Client client = Client.with(o -> o.listener(recorder))) {
      RetryingSender bulk = client.sender(o -> o.priority(Priority.BULK));
      Op.GET_POSTING.on(bulk, server.url());

      assertThat(recorder.events)
          .containsExactly(
              "started getPosting GET /api/v2/postings/{posting_id} BULK",
              "attempt 1",
              "attempt 1: 429 null sent 0 received 0",
              "waited RATE_LIMITED PT2S",
              "attempt 2",
              "attempt 2: 0 "
                  + OneShotBody.SentBeforeException.class.getName()
                  + " sent 0 received 0",
              "waited BACKOFF PT0.5S",
              "attempt 3",
              "attempt 3: 200 null sent 0 received 11",
              "ended 200 after 3 attempts null PT2.5S");
    }
  }

  @Test
  void aFailureIsToldAsTheCallerGetsIt() {
    try (RawServer server = RawServer.answering(status(500));
        Client client = Client.with(o -> o.listener(recorder))) {
      AmbiguousWriteException failure =
          failure(AmbiguousWriteException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(recorder.failures).containsExactly(failure);
      assertThat(recorder.events)
          .contains(
              "attempt 1: 500 null sent 20 received 0",
              "ended 500 after 1 attempts AmbiguousWriteException PT0S");
    }
  }

  @Test
  void aPermitThatIsThereIsNoWait() {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.time(Time.system()).listener(recorder))) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(recorder.events).noneMatch(event -> event.startsWith("waited"));
    }
  }

  @Test
  void aWaitForThePermitIsTold() {
    FakeTime time = FakeTime.manual();
    SlidingWindow limiter = new SlidingWindow(1, Duration.ofMinutes(1), time);
    limiter.acquire(Priority.NORMAL, Duration.ofDays(1)).join().completed(200, null);
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.time(time).rateLimiter(limiter).listener(recorder))) {
      CompletableFuture<?> call = Op.GET_POSTING.startOn(client.sender(), server.url());
      time.advance(Duration.ofMinutes(1));
      call.join();

      assertThat(recorder.events).contains("waited LIMITER PT1M");
    }
  }

  @Test
  void aCancelledCallEnds() {
    try (RawServer server = RawServer.answering(silence());
        Client client = Client.with(o -> o.listener(recorder))) {
      CompletableFuture<?> call = Op.GET_POSTING.startOn(client.sender(), server.url());
      call.cancel(true);

      assertThat(recorder.events).contains("ended 0 after 1 attempts CancellationException PT0S");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theEndOfAnAttemptIsToldBeforeTheEndOfTheCallThatIsEndedFromOutside(boolean byClosing)
      throws Exception {
    try (RawServer server = RawServer.answering(silence())) {
      Client client = Client.with(o -> o.listener(recorder));
      CompletableFuture<HeyMiloException> thrown = new CompletableFuture<>();
      Thread calling =
          new Thread(
              () ->
                  thrown.complete(
                      failure(
                          HeyMiloException.class,
                          () -> Op.CREATE.on(client.sender(), server.url()))));
      calling.start();
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      if (!byClosing) {
        calling.interrupt();
        calling.join();
      }
      client.close();
      calling.join();

      assertThat(recorder.failures).containsExactly(thrown.get());
      assertThat(recorder.events)
          .hasSize(4)
          .satisfies(
              events -> {
                assertThat(events.get(2)).startsWith("attempt 1: 0 ");
                assertThat(events.get(3)).startsWith("ended 0 after 1 attempts ");
              });
    }
  }

  @Test
  void whatAListenerThrowsStaysWithIt() {
    CallListener broken =
        new CallListener() {
          @Override
          public void attemptStarted(Call call, int attempt) {
            throw new IllegalStateException("broken listener");
          }
        };
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.listener(broken).listener(recorder))) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(recorder.events).contains("attempt 1");
    }
  }

  private static final class Recorder implements CallListener {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void callStarted(Call call) {
      events.add(
          "started %s %s %s %s"
              .formatted(call.operationId(), call.method(), call.pathTemplate(), call.priority()));
    }

    @Override
    public void attemptStarted(Call call, int attempt) {
      events.add("attempt " + attempt);
    }

    @Override
    public void attemptEnded(Call call, Attempt attempt) {
      events.add(
          "attempt %d: %d %s sent %d received %d"
              .formatted(
                  attempt.number(),
                  attempt.status(),
                  attempt.failure(),
                  attempt.bytesSent(),
                  attempt.bytesReceived()));
    }

    @Override
    public void waited(Call call, WaitReason reason, Duration waited) {
      events.add("waited " + reason + " " + waited);
    }

    @Override
    public void callEnded(Call call, End end) {
      Throwable failure = end.failure();
      events.add(
          "ended %d after %d attempts %s %s"
              .formatted(
                  end.status(),
                  end.attempts(),
                  failure == null ? null : failure.getClass().getSimpleName(),
                  end.duration()));
      if (failure != null) {
        failures.add(failure);
      }
    }
  }
}
