// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A permit of a request that is not sent is returned unused, once. */
@Timeout(30)
class UnusedPermitsTest {
  private final FakeTime time = FakeTime.manual();
  private final Granting limiter = new Granting();

  private ClientOptions options(ClientOptions options) {
    return options.time(time).rateLimiter(limiter);
  }

  /** Grants permits when a test says so; the futures cannot be cancelled. */
  private static final class Granting implements RateLimiter, RateLimiter.Permit {
    private final Queue<CompletableFuture<Permit>> asked = new ArrayDeque<>();
    private final List<String> returned = new ArrayList<>();

    void grant() {
      asked.remove().complete(this);
    }

    @Override
    public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
      CompletableFuture<Permit> permit =
          new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
              return false;
            }
          };
      asked.add(permit);
      return permit;
    }

    @Override
    public QuotaStatus quota() {
      return QuotaStatus.unlimited();
    }

    @Override
    public void completed(int status, @Nullable Duration retryAfter) {
      returned.add(status + " " + retryAfter);
    }

    @Override
    public void unused() {
      returned.add("unused");
    }
  }

  @Test
  void thereIsNoKey() {
    try (RawServer server = RawServer.answering(Reply.ok());
        Client client = Client.with(o -> options(o).apiKey(() -> ""))) {
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      limiter.grant();

      assertThatThrownBy(call::join).hasCauseInstanceOf(TransportException.class);
      assertThat(limiter.returned).containsExactly("unused");
    }
  }

  @Test
  void theCallWasCancelledMeanwhile() {
    try (RawServer server = RawServer.answering(Reply.ok());
        Client client = Client.with(this::options)) {
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      call.cancel(true);
      limiter.grant();

      assertThat(limiter.returned).containsExactly("unused");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void theTimeOfTheCallIsOver() {
    try (RawServer server = RawServer.answering(Reply.ok());
        Client client = Client.with(this::options)) {
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      time.advance(Duration.ofMinutes(2));
      limiter.grant();

      assertThatThrownBy(call::join)
          .hasCauseInstanceOf(CallTimeoutException.class)
          .hasMessageContaining("exceeded the call timeout of 120.0 s");
      assertThat(limiter.returned).containsExactly("unused");
      assertThat(server.requests()).isEmpty();
    }
  }

  /** Starts a call that is granted its permit just after another one met a 429. */
  private CompletableFuture<?> grantedBehindTheGate(Client client, RawServer server) {
    CompletableFuture<?> refused = Op.GET_POSTING.startOn(client.sender(), server.url());
    CompletableFuture<?> call = Op.GET_POSTING.startOn(client.sender(), server.url());
    limiter.grant();
    assertThatThrownBy(refused::join).hasCauseInstanceOf(RateLimitException.class);
    limiter.grant();
    return call;
  }

  private Client withoutRetries() {
    return Client.with(o -> options(o).retryPolicy(RetryPolicy.never()));
  }

  @Test
  void theGateIsClosedForTooLong() {
    try (RawServer server = RawServer.answering(Reply.status(429, "Retry-After: 121"));
        Client client = withoutRetries()) {
      CompletableFuture<?> call = grantedBehindTheGate(client, server);

      assertThatThrownBy(call::join)
          .hasCauseInstanceOf(CallTimeoutException.class)
          .hasMessageContaining("is held back after HTTP 429: its turn (in 121.0 s) would exceed");
      assertThat(limiter.returned).containsExactly("429 PT2M1S", "unused");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void theCallIsCancelledBehindTheGate() {
    try (RawServer server = RawServer.answering(Reply.status(429, "Retry-After: 60"));
        Client client = withoutRetries()) {
      grantedBehindTheGate(client, server).cancel(true);

      assertThat(limiter.returned).containsExactly("429 PT1M", "unused");
    }
  }

  @Test
  void behindTheGateThePermitIsKept() {
    try (RawServer server = RawServer.answering(Reply.status(429, "Retry-After: 60"), Reply.ok());
        Client client = withoutRetries()) {
      CompletableFuture<?> call = grantedBehindTheGate(client, server);
      assertThat(call).isNotDone();
      time.advance(Duration.ofMinutes(1));
      call.join();

      assertThat(limiter.returned).containsExactly("429 PT1M", "200 null");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void theClientIsClosed() {
    try (RawServer server = RawServer.answering(Reply.ok())) {
      Client client = Client.with(this::options);
      CompletableFuture<?> call = Op.CREATE.startOn(client.sender(), server.url());
      client.close();
      limiter.grant();

      assertThat(failure(RuntimeException.class, call::join))
          .hasCauseInstanceOf(TransportException.class);
      assertThat(limiter.returned).containsExactly("unused");
    }
  }
}
