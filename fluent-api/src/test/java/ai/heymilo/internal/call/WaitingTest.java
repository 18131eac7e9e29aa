// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.status;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.UnexpectedStatusException;
import ai.heymilo.internal.limit.SlidingWindow;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long calls wait, and when they do not. */
@Timeout(60)
class WaitingTest {

  @ParameterizedTest
  @CsvSource({"7, 7000", "1.5, 1500", "-1, 1000", "abc, 1000"})
  void theServerSaysHowLongToWaitAfterA429(String retryAfter, long millis) {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: " + retryAfter), ok());
        Client client = Client.plain()) {
      Op.CREATE.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(2);
      assertThat(client.waits()).containsExactly(Duration.ofMillis(millis));
    }
  }

  @Test
  void theServerMayNameTheTimeByItsOwnClock() {
    try (RawServer server =
            RawServer.answering(
                status(
                    429,
                    "Date: Mon, 01 Jan 2024 00:00:00 GMT",
                    "Retry-After: Mon, 01 Jan 2024 00:00:09 GMT"),
                ok());
        Client client = Client.plain()) {
      Op.CREATE.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(2);
      assertThat(client.waits()).containsExactly(Duration.ofSeconds(9));
    }
  }

  @Test
  void aWaitAfterA429HasJitterOnTopAndNeverBelow() {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 3"), ok());
        Client client = Client.with(o -> o.random(() -> 0.5))) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).containsExactly(Duration.ofMillis(3125));
    }
  }

  @Test
  void theLongerOfTwoRetryAftersCounts() {
    try (RawServer server =
            RawServer.answering(status(429, "Retry-After: 3", "Retry-After: 5"), ok());
        Client client = Client.plain()) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).containsExactly(Duration.ofSeconds(5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"121", "1e9"})
  void aWaitThatDoesNotFitTheDeadlineFailsAtOnceAndSaysSo(String retryAfter) {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: " + retryAfter));
        Client client = Client.plain()) {
      CallTimeoutException failure =
          failure(CallTimeoutException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(failure.neededWait()).isGreaterThanOrEqualTo(Duration.ofSeconds(121));
      assertThat(failure.status()).isEqualTo(429);
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure.mayHaveBeenApplied()).isFalse();
      assertThat(failure).hasMessageContaining(" s) would exceed the call timeout of ");
      assertThat(failure)
          .cause()
          .isInstanceOfSatisfying(
              RateLimitException.class,
              e -> assertThat(e.retryAfter()).isEqualTo(failure.neededWait()));
      assertThat(client.waits()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void theWaitsOfACallTogetherFitItsDeadline() {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 50"));
        Client client = Client.plain()) {
      CallTimeoutException failure =
          failure(
              CallTimeoutException.class, () -> Op.GET_POSTING.on(client.sender(), server.url()));

      assertThat(failure.attempts()).isEqualTo(3);
      assertThat(client.waits()).containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(50));
    }
  }

  @Test
  void anotherCallIsHeldBackByA429ItDidNotMeet() {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 60"), ok());
        Client client = Client.with(o -> o.retryPolicy(RetryPolicy.never()).random(() -> 1.0))) {
      assertThat(
              failure(RateLimitException.class, () -> Op.CREATE.on(client.sender(), server.url())))
          .isNotNull();
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(2);
      assertThat(client.waits()).containsExactly(Duration.ofMillis(60_250));
    }
  }

  @Test
  void aCallThatCannotWaitForTheGateIsNotSent() {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 300"));
        Client client = Client.plain()) {
      failure(CallTimeoutException.class, () -> Op.CREATE.on(client.sender(), server.url()));
      CallTimeoutException failure =
          failure(CallTimeoutException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(failure.neededWait()).isEqualTo(Duration.ofMinutes(5));
      assertThat(failure.attempts()).isZero();
      assertThat(failure.status()).isZero();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void twoFailuresAndThenSuccessIsSuccess() {
    try (RawServer server = RawServer.answering(status(500), status(500), ok());
        Client client = Client.plain()) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(3);
      assertThat(client.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }
  }

  @Test
  void a503MayAskForALongerWait() {
    try (RawServer server = RawServer.answering(status(503, "Retry-After: 4"), ok());
        Client client = Client.plain()) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).containsExactly(Duration.ofSeconds(4));
    }
  }

  @Test
  void a503HoldsBackNobodyElse() {
    try (RawServer server = RawServer.answering(status(503, "Retry-After: 4"), ok());
        Client client = Client.plain()) {
      failure(AmbiguousWriteException.class, () -> Op.CREATE.on(client.sender(), server.url()));
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).isEmpty();
    }
  }

  @Test
  void refusalsDoNotUseUpTheAttemptsForFailures() {
    try (RawServer server =
            RawServer.answering(
                status(429), status(500), status(429), status(502), status(429), ok());
        Client client = Client.plain()) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits())
          .extracting(Duration::toMillis)
          .containsExactly(1000L, 500L, 2000L, 1000L, 4000L);
    }
  }

  @Test
  void retriesComeOutOfABudgetThatAllCallsShare() {
    try (RawServer server = RawServer.answering(status(503));
        Client client = Client.plain()) {
      for (int i = 0; i < 15; i++) {
        failure(
            UnexpectedStatusException.class,
            () -> Op.GET_POSTING.on(client.sender(), server.url()));
      }

      // 15 first attempts, and 100 / 5 retries
      assertThat(server.requests()).hasSize(35);
    }
  }

  @Test
  void a429CostsNothingOfTheBudget() {
    try (RawServer server =
            RawServer.counting(n -> n <= 210 ? status(429, "Retry-After: 0") : status(503));
        Client client = Client.plain()) {
      for (int i = 0; i < 30; i++) {
        failure(RateLimitException.class, () -> Op.GET_POSTING.on(client.sender(), server.url()));
      }
      assertThat(server.requests()).hasSize(210);
      failure(
          UnexpectedStatusException.class, () -> Op.GET_POSTING.on(client.sender(), server.url()));

      assertThat(server.requests()).hasSize(213);
    }
  }

  @Test
  void onceAWriteMayHaveBeenAppliedEveryFailureSaysSo() {
    try (RawServer server = RawServer.answering(status(503), status(404));
        Client client = Client.plain()) {
      AmbiguousWriteException failure =
          failure(
              AmbiguousWriteException.class, () -> Op.ARCHIVE.on(client.sender(), server.url()));

      assertThat(failure.status()).isEqualTo(404);
      assertThat(failure.attempts()).isEqualTo(2);
    }
  }

  @Test
  void aLimiterWithoutRoomFailsTheCallAtOnceAndNothingIsSent() {
    FakeTime time = FakeTime.manual();
    SlidingWindow limiter = new SlidingWindow(1, Duration.ofMinutes(1), time);
    try (RawServer server = RawServer.answering(ok());
        Client client =
            Client.with(
                o ->
                    o.rateLimiter(limiter)
                        .time(time)
                        .timeouts(Timeouts.builder().call(Duration.ofSeconds(59)).build()))) {
      Op.GET_POSTING.on(client.sender(), server.url());
      CallTimeoutException failure =
          failure(
              CallTimeoutException.class, () -> Op.GET_POSTING.on(client.sender(), server.url()));

      assertThat(failure.neededWait()).isEqualTo(Duration.ofMinutes(1));
      assertThat(failure.attempts()).isZero();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void everyAttemptTakesAPermit() {
    SlidingWindow limiter = new SlidingWindow(10, Duration.ofDays(1), FakeTime.manual());
    try (RawServer server = RawServer.answering(status(500), status(500), ok());
        Client client = Client.with(o -> o.rateLimiter(limiter))) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(limiter.quota().remaining()).isEqualTo(7);
    }
  }

  @Test
  void whatWasNeverSentTakesNothingOfTheLimit() {
    SlidingWindow limiter = new SlidingWindow(10, Duration.ofDays(1), FakeTime.manual());
    try (Client client = Client.with(o -> o.rateLimiter(limiter))) {
      failure(
          ai.heymilo.errors.TransportException.class,
          () -> Op.CREATE.on(client.sender(), "http://127.0.0.1:" + RawServer.freePort()));

      assertThat(limiter.quota().remaining()).isEqualTo(10);
    }
  }

  @Test
  void viewsShareGateAndLimiter() {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 60"), ok());
        Client client = Client.with(o -> o.retryPolicy(RetryPolicy.never()))) {
      RetryingSender bulk = client.sender(o -> o.priority(RateLimiter.Priority.BULK));
      failure(RateLimitException.class, () -> Op.CREATE.on(bulk, server.url()));
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).containsExactly(Duration.ofMinutes(1));
    }
  }

  @Test
  void anAsynchronousCallHoldsNoThreadWhileItWaits() {
    FakeTime time = FakeTime.manual();
    try (RawServer server = RawServer.answering(status(503), ok());
        Client client = Client.with(o -> o.time(time))) {
      CompletableFuture<?> call = Op.GET_POSTING.startOn(client.sender(), server.url());
      while (time.sleeps().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(Thread.getAllStackTraces().values())
          .noneMatch(
              stack ->
                  java.util.Arrays.stream(stack)
                      .anyMatch(frame -> frame.getClassName().contains("RetryLoop")));
      time.advance(Duration.ofMillis(500));

      call.join();
      assertThat(server.requests()).hasSize(2);
    }
  }
}
