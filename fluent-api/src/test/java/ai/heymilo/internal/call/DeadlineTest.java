// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.drip;
import static ai.heymilo.testkit.Reply.endless;
import static ai.heymilo.testkit.Reply.json;
import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.raw;
import static ai.heymilo.testkit.Reply.silence;
import static ai.heymilo.testkit.Reply.status;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.internal.limit.SlidingWindow;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RateLimiter.Priority;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time and size are bounded; cancellation ends a call wherever it is. */
@Timeout(20)
class DeadlineTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final Timeouts SHORT = Timeouts.builder().attempt(Duration.ofMillis(400)).build();

  @Test
  void aBodyThatDripsForEverIsCutOffAtTheDeadlineOfTheAttempt() {
    Reply drip = drip(HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\nFFFFFF\r\n", 20);
    try (RawServer server = RawServer.answering(drip);
        Client client = Client.with(o -> o.timeouts(SHORT))) {
      TransportException read =
          failure(TransportException.class, () -> Op.GET_POSTING.on(client.sender(), server.url()));
      assertThat(read.status()).isEqualTo(200);
      assertThat(read).hasRootCauseMessage("no complete response within 400 ms");
      assertThat(server.requests()).hasSize(2);

      AmbiguousWriteException write =
          failure(AmbiguousWriteException.class, () -> Op.CREATE.on(client.sender(), server.url()));
      assertThat(write.status()).isEqualTo(200);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void anErrorWhoseBodyDripsIsStillThatError() {
    Reply drip = drip("HTTP/1.1 422 No\r\nContent-Length: 9999\r\n\r\n{\"detail\":\"why\"}", 20);
    try (RawServer server = RawServer.answering(drip);
        Client client = Client.with(o -> o.timeouts(SHORT))) {
      ValidationException failure =
          failure(ValidationException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(failure.status()).isEqualTo(422);
      assertThat(failure.serverMessage()).isEqualTo("why");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anErrorWhoseBodyBreaksOffIsStillThatError() {
    try (RawServer server =
            RawServer.answering(raw("HTTP/1.1 422 No\r\nContent-Length: 99\r\n\r\n{\"deta"));
        Client client = Client.plain()) {
      assertThat(
              failure(ValidationException.class, () -> Op.CREATE.on(client.sender(), server.url()))
                  .serverMessage())
          .isNull();
    }
  }

  @Test
  void anEndlessBodyIsCutOffAtTheCap() {
    Reply endless = endless(HEAD + "Connection: close\r\n\r\n");
    try (RawServer server = RawServer.answering(endless);
        Client client = Client.with(o -> o.maxResponseBytes(1 << 20).maxErrorBytes(64 << 10))) {
      TransportException failure =
          failure(TransportException.class, () -> Op.GET_POSTING.on(client.sender(), server.url()));

      assertThat(failure)
          .hasRootCauseMessage(
              "the body of the response is longer than 1048576 bytes; maxResponseBytes permits more");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aBodyDeclaredTooLongIsNotReadAtAll() {
    try (RawServer server =
            RawServer.answering(endless(HEAD + "Content-Length: 99000000000\r\n\r\n"));
        Client client = Client.plain()) {
      AmbiguousWriteException failure =
          failure(AmbiguousWriteException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(failure.status()).isEqualTo(200);
      assertThat(failure)
          .hasRootCauseMessage(
              "the body of the response is longer than 33554432 bytes; maxResponseBytes permits more");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void ofAnEndlessErrorTheFirstBytesAreRead() {
    try (RawServer server =
            RawServer.answering(endless("HTTP/1.1 422 No\r\n\r\n{\"detail\":\"why\"}"));
        Client client = Client.plain()) {
      ValidationException failure =
          failure(ValidationException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(failure.serverMessage()).isEqualTo("why");
    }
  }

  @Test
  void ofAnErrorThatRepeatsWhatWasSentEveryFindingIsRead() {
    StringBuilder body = new StringBuilder("{\"detail\":[");
    for (int i = 0; i < 100; i++) {
      body.append(i == 0 ? "" : ",")
          .append("{\"type\":\"missing\",\"loc\":[\"body\",\"candidates\",")
          .append(i)
          .append("],\"msg\":\"m\",\"input\":\"")
          .append("x".repeat(9_000))
          .append("\"}");
    }
    try (RawServer server = RawServer.answering(json(422, body.append("]}").toString()));
        Client client = Client.plain()) {
      ValidationException failure =
          failure(ValidationException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(failure.fieldErrors()).hasSize(100);
      assertThat(failure.fieldErrors().get(99).path()).isEqualTo("candidates[99]");
    }
  }

  @Test
  void theDeadlineOfTheCallCutsItsLastAttemptShort() {
    try (RawServer server = RawServer.answering(silence());
        Client client = Client.plain()) {
      Timeouts timeouts = Timeouts.builder().call(Duration.ofMillis(450)).build();
      CallTimeoutException read =
          failure(
              CallTimeoutException.class,
              () -> Op.GET_POSTING.on(client.sender(o -> o.timeouts(timeouts)), server.url()));
      assertThat(read.attempts()).isEqualTo(1);
      assertThat(read).hasCauseInstanceOf(TransportException.class);

      assertThat(
              failure(
                      AmbiguousWriteException.class,
                      () -> Op.CREATE.on(client.sender(o -> o.timeouts(timeouts)), server.url()))
                  .mayHaveBeenApplied())
          .isTrue();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aWriteThatMayHaveBeenAppliedIsInDoubtWhenItsTimeIsOver() {
    try (RawServer server = RawServer.answering(status(503, "Retry-After: 500"));
        Client client = Client.plain()) {
      AmbiguousWriteException failure =
          failure(
              AmbiguousWriteException.class, () -> Op.ARCHIVE.on(client.sender(), server.url()));

      assertThat(failure.status()).isEqualTo(503);
      assertThat(failure)
          .hasMessageContaining("(in 500.0 s) would exceed the call timeout of 120.0 s");
      assertThat(failure).hasMessageContaining("it may have been applied");
    }
  }

  @Test
  void cancellingAFutureCancelsTheExchange() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    Reply watching =
        socket -> {
          closed.set(socket.getInputStream().read() < 0);
          return false;
        };
    try (RawServer server = RawServer.answering(watching);
        Client client = Client.plain()) {
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      await(() -> !server.requests().isEmpty());
      call.cancel(true);

      await(closed::get);
      assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void cancellingAFutureCancelsItsWaitAndGivesUpItsPlace() {
    FakeTime time = FakeTime.manual();
    SlidingWindow limiter = new SlidingWindow(1, Duration.ofMinutes(1), time);
    limiter.acquire(Priority.NORMAL, Duration.ofDays(1)).join().completed(200, null);
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.time(time).rateLimiter(limiter))) {
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      assertThat(limiter.quota().waiting()).isEqualTo(1);
      call.cancel(true);

      assertThat(limiter.quota().waiting()).isZero();
      time.advance(Duration.ofMinutes(2));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whatIsThrownShowsWhereTheCallerWaited() {
    try (RawServer server = RawServer.answering(status(500));
        Client client = Client.with(o -> o.retryPolicy(RetryPolicy.never()))) {
      UnexpectedStatusException failure =
          failure(
              UnexpectedStatusException.class,
              () -> Op.GET_POSTING.on(client.sender(), server.url()));

      assertThat(failure.getStackTrace())
          .anyMatch(frame -> frame.getClassName().equals(DeadlineTest.class.getName()));
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
