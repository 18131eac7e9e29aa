// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.silence;
import static ai.heymilo.testkit.Reply.status;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.internal.limit.SlidingWindow;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interrupt ends a call wherever it waits. */
@Timeout(60)
class InterruptTest {
  private static final int ROUNDS = 5;

  /** How long it took from the interrupt to the exception. */
  private final List<Duration> took = new ArrayList<>();

  @Test
  void anInterruptEndsTheWaitForAnAnswer() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      waitForAnAnswer();
    }
    assertSoon();
  }

  private void waitForAnAnswer() throws Exception {
    try (RawServer server = RawServer.answering(silence());
        Client client = Client.plain()) {
      InterruptedCallException failure =
          interrupted(client, Op.CREATE, server.url(), () -> !server.requests().isEmpty());

      assertThat(failure.mayHaveBeenApplied()).isTrue();
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(failure).hasMessageContaining("it may have been applied");
      assertThat(
              interrupted(client, Op.GET_POSTING, server.url(), () -> server.requests().size() == 2)
                  .mayHaveBeenApplied())
          .isFalse();
    }
  }

  @Test
  void anInterruptEndsTheWaitAfterA429AndNothingFurtherIsSent() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      waitAfterA429();
    }
    assertSoon();
  }

  private void waitAfterA429() throws Exception {
    FakeTime time = FakeTime.manual();
    try (RawServer server = RawServer.answering(status(429), ok());
        Client client = Client.with(o -> o.time(time))) {
      InterruptedCallException failure =
          interrupted(client, Op.CREATE, server.url(), () -> !time.sleeps().isEmpty());
      time.advance(Duration.ofMinutes(1));

      assertThat(failure.mayHaveBeenApplied()).isFalse();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anInterruptEndsTheWaitForAPermit() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      waitForAPermit();
    }
    assertSoon();
  }

  private void waitForAPermit() throws Exception {
    FakeTime time = FakeTime.manual();
    SlidingWindow limiter = new SlidingWindow(1, Duration.ofMinutes(1), time);
    limiter.acquire(Priority.NORMAL, Duration.ofDays(1)).join().completed(200, null);
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.time(time).rateLimiter(limiter))) {
      interrupted(client, Op.CREATE, server.url(), () -> limiter.quota().waiting() == 1);
      time.advance(Duration.ofMinutes(2));

      assertThat(server.requests()).isEmpty();
      assertThat(limiter.quota().waiting()).isZero();
      assertThat(limiter.quota().remaining()).isEqualTo(1);
    }
  }

  @Test
  void aThreadThatIsInterruptedAlreadySendsNothing() {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.plain()) {
      Thread.currentThread().interrupt();
      try {
        failure(InterruptedCallException.class, () -> Op.CREATE.on(client.sender(), server.url()));
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  /** Half of them are soon: a busy machine delays one or the other, a client that is slow all. */
  private void assertSoon() {
    List<Duration> sorted = took.stream().sorted().toList();
    assertThat(sorted.get(sorted.size() / 2)).isLessThan(Duration.ofMillis(200));
  }

  /** Interrupts a call once it has come to a point. */
  private InterruptedCallException interrupted(
      Client client, Op call, String url, BooleanSupplier reached) throws InterruptedException {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    AtomicBoolean flag = new AtomicBoolean();
    AtomicLong endedAt = new AtomicLong();
    Thread caller =
        new Thread(
            () -> {
              try {
                call.on(client.sender(), url);
              } catch (RuntimeException e) {
                endedAt.set(System.nanoTime());
                thrown.complete(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    await(reached);
    long interruptedAt = System.nanoTime();
    caller.interrupt();
    caller.join();
    took.add(Duration.ofNanos(endedAt.get() - interruptedAt));
    assertThat(flag).isTrue();
    assertThat(thrown).isCompletedWithValueMatching(InterruptedCallException.class::isInstance);
    return (InterruptedCallException) thrown.join();
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
