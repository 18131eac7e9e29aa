// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.internal.Time;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepsTest {
  private static final Duration SHORT = Duration.ofMillis(10);

  @Test
  void allAttemptsOfABlockingCallAreMadeOnItsThreadWhoeverEndsTheWaits() {
    List<Thread> attempting = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void attemptStarted(Call call, int attempt) {
            attempting.add(Thread.currentThread());
          }

          @Override
          public void attemptEnded(Call call, Attempt attempt) {
            attempting.add(Thread.currentThread());
          }
        };
    try (RawServer server =
            RawServer.answering(Reply.status(503), Reply.status(429), Reply.eof(), Reply.ok());
        Client client =
            Client.with(
                options ->
                    options
                        .rateLimiter(new Elsewhere())
                        .listener(listener)
                        .retryPolicy(
                            RetryPolicy.builder()
                                .waits(SHORT, SHORT)
                                .rateLimitWaits(SHORT, SHORT)
                                .build())
                        .time(Time.system()))) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(attempting).hasSize(8).containsOnly(Thread.currentThread());
    }
  }

  @Test
  void aStepIsContinuedOnceHoweverLateItEnds() throws Exception {
    for (int i = 0; i < 2_000; i++) {
      AtomicInteger continued = new AtomicInteger();
      Steps<String> steps = new Steps<>(StepsTest::unexpected);
      CompletableFuture<String> early = new CompletableFuture<>();
      CompletableFuture<String> late = new CompletableFuture<>();
      Thread ending =
          new Thread(
              () -> {
                early.complete("early");
                steps.result().complete("result");
                late.complete("late");
              });

      String result =
          steps.await(
              () -> {
                steps.then(early, (value, failure) -> continued.incrementAndGet());
                steps.then(late, (value, failure) -> continued.incrementAndGet());
                ending.start();
              });

      ending.join();
      assertThat(result).isEqualTo("result");
      assertThat(continued).hasValue(2);
    }
  }

  @Test
  void stepsThatEndAfterAnInterruptAreContinuedElsewhere() throws Exception {
    List<Thread> continuing = new ArrayList<>();
    Steps<String> steps = new Steps<>(StepsTest::unexpected);
    CompletableFuture<String> late = new CompletableFuture<>();
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                steps.await(
                    () ->
                        steps.then(
                            late, (value, failure) -> continuing.add(Thread.currentThread()))))
        .isInstanceOf(InterruptedException.class);
    Thread ending = new Thread(() -> late.complete("late"));
    ending.start();
    ending.join();
    assertThat(continuing).containsExactly(ending);
  }

  private static void unexpected(Throwable failure) {
    throw new AssertionError(failure);
  }

  /** Grants every permit a moment later, on another thread. */
  private static final class Elsewhere implements RateLimiter {
    @Override
    public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
      return RateLimiter.unlimited()
          .acquire(priority, atMost)
          .thenApplyAsync(
              permit -> permit, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
    }

    @Override
    public QuotaStatus quota() {
      return QuotaStatus.unlimited();
    }
  }
}
