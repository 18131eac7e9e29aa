// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.status;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limiters that others wrote, and what becomes of a call when they fail. */
@Timeout(60)
class OwnLimiterTest {
  private final IllegalStateException down = new IllegalStateException("the store is down");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneThatFailsFailsTheCallAndNothingIsSent(boolean async) {
    fails(async, () -> CompletableFuture.failedFuture(down));
    fails(async, () -> CompletableFuture.supplyAsync(() -> down().join()));
    fails(async, this::down);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @SuppressWarnings("NullAway") // users' code need not be null-marked
  void oneThatReturnsNullFailsTheCallAndNothingIsSent(boolean async) {
    for (CompletableFuture<RateLimiter.Permit> none :
        Arrays.asList(null, CompletableFuture.<RateLimiter.Permit>completedFuture(null))) {
      try (RawServer server = RawServer.answering(ok());
          Client client = Client.with(o -> o.rateLimiter(limiter(() -> none)))) {
        TransportException failure =
            failure(
                TransportException.class, () -> Op.CREATE.on(client.sender(), server.url(), async));

        assertThat(failure).hasMessageContaining("the rate limiter failed");
        assertThat(server.requests()).isEmpty();
      }
    }
  }

  @Test
  void oneThatFailsAfterAWriteWasSentLeavesTheWriteInDoubt() {
    CompletableFuture<RateLimiter.Permit> first =
        RateLimiter.unlimited().acquire(RateLimiter.Priority.NORMAL, Duration.ZERO);
    int[] asked = {0};
    try (RawServer server = RawServer.answering(status(503));
        Client client =
            Client.with(
                o ->
                    o.rateLimiter(
                        limiter(
                            () ->
                                asked[0]++ == 0 ? first : CompletableFuture.failedFuture(down))))) {
      failure(AmbiguousWriteException.class, () -> Op.ARCHIVE.on(client.sender(), server.url()));

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void oneThatDoesNotAnswerIsNotWaitedForBeyondTheDeadline() {
    FakeTime time = FakeTime.manual();
    CompletableFuture<RateLimiter.Permit> never = new CompletableFuture<>();
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.rateLimiter(limiter(() -> never)).time(time))) {
      CompletableFuture<?> call = Op.GET_POSTING.startOn(client.sender(), server.url());
      assertThat(call).isNotDone();
      time.advance(Duration.ofSeconds(121));

      CompletionException failure = failure(CompletionException.class, call::join);
      assertThat(failure).hasCauseInstanceOf(CallTimeoutException.class);
      assertThat(never).isCancelled();
      assertThat(server.requests()).isEmpty();
    }
  }

  private void fails(boolean async, Supplier<CompletableFuture<RateLimiter.Permit>> ask) {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.rateLimiter(limiter(ask)).time(FakeTime.manual()))) {
      TransportException failure =
          failure(
              TransportException.class, () -> Op.CREATE.on(client.sender(), server.url(), async));

      assertThat(failure).hasMessageContaining("the rate limiter failed").hasCause(down);
      assertThat(failure.attempts()).isZero();
      assertThat(failure.mayHaveBeenApplied()).isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  private CompletableFuture<RateLimiter.Permit> down() {
    throw down;
  }

  private static RateLimiter limiter(Supplier<CompletableFuture<RateLimiter.Permit>> ask) {
    return new RateLimiter() {
      @Override
      public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
        return ask.get();
      }

      @Override
      public QuotaStatus quota() {
        return QuotaStatus.unlimited();
      }
    };
  }
}
