// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.json;
import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.status;
import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.RateLimitException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that change, and keys of several tenants. */
@Timeout(60)
class KeysTest {

  @Test
  void aKeyIsAskedForBeforeEachAttempt() {
    Iterator<String> keys = List.of("first-key", "second-key", "third-key").iterator();
    try (RawServer server = RawServer.answering(status(503), status(429), ok());
        Client client = Client.with(o -> o.apiKey(keys::next))) {
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(server.requests())
          .extracting(request -> request.headers().get("X-API-KEY"))
          .containsExactly("first-key", "second-key", "third-key");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSupplierThatFailsFailsTheCallBeforeAnythingIsSent(boolean async) {
    IllegalStateException down = new IllegalStateException("the vault is sealed");
    try (RawServer server = RawServer.answering(ok());
        Client client =
            Client.with(
                o ->
                    o.apiKey(
                        () -> {
                          throw down;
                        }))) {
      TransportException failure =
          failure(
              TransportException.class, () -> Op.CREATE.on(client.sender(), server.url(), async));

      assertThat(failure).hasMessageContaining("the API key could not be obtained").hasCause(down);
      assertThat(failure.attempts()).isZero();
      assertThat(failure.mayHaveBeenApplied()).isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "se cret", "secret\n"})
  void aSuppliedKeyThatCannotBeOneIsNotQuoted(String key) {
    try (RawServer server = RawServer.answering(ok());
        Client client = Client.with(o -> o.apiKey(() -> key))) {
      TransportException failure =
          failure(TransportException.class, () -> Op.CREATE.on(client.sender(), server.url()));

      assertThat(failure).hasStackTraceContaining("apiKey must");
      assertThat(failure).cause().hasMessageNotContaining("cret");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void theKeyOfTheAttemptIsRemovedFromItsError() {
    Iterator<String> keys = List.of("first-key-0001", "second-key-0002").iterator();
    try (RawServer server =
            RawServer.answering(
                status(503), json(404, "{\"detail\":\"no second-key-0002 here\"}"));
        Client client = Client.with(o -> o.apiKey(keys::next))) {
      HeyMiloException failure =
          failure(HeyMiloException.class, () -> Op.GET_POSTING.on(client.sender(), server.url()));

      assertThat(failure.serverMessage()).isEqualTo("no [key] here");
    }
  }

  @Test
  void aTenantHasAGateOfItsOwn() {
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 60"), ok());
        Client client = Client.with(o -> o.retryPolicy(RetryPolicy.never()))) {
      RetryingSender tenant =
          client.sender().withApiKey(client.sender().options().tenant().apiKey("tenant-key"));
      failure(RateLimitException.class, () -> Op.CREATE.on(tenant, server.url()));
      Op.GET_POSTING.on(client.sender(), server.url());

      assertThat(client.waits()).isEmpty();
      assertThat(server.requests())
          .extracting(request -> request.headers().get("X-API-KEY"))
          .containsExactly("tenant-key", Canary.KEY);
    }
  }

  @Test
  void aTenantHasAQuotaOfItsOwnConfiguredAlike() {
    try (RawServer server = RawServer.answering(ok());
        HeyMilo milo =
            HeyMilo.builder()
                .apiKey(Canary.KEY)
                .baseUrl(server.url())
                .rateLimiter(RateLimiter.slidingWindow(7, Duration.ofMinutes(1)))
                .build()) {
      HeyMilo tenant = milo.withApiKey("tenant-key");
      tenant.posting("P_1").get();
      tenant.close();
      milo.posting("P_1").get();
      milo.posting("P_1").get();

      assertThat(tenant.quota().remaining()).isEqualTo(6);
      assertThat(milo.quota().remaining()).isEqualTo(5);
    }
  }

  @Test
  void aLimiterOfOnesOwnIsNotSharedByTenants() {
    RateLimiter mine =
        new RateLimiter() {
          @Override
          public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
            return RateLimiter.unlimited().acquire(priority, atMost);
          }

          @Override
          public QuotaStatus quota() {
            return QuotaStatus.of(3, 2, 1, Duration.ZERO);
          }
        };
    try (HeyMilo milo = HeyMilo.builder().apiKey(Canary.KEY).rateLimiter(mine).build()) {
      assertThatThrownBy(() -> milo.withApiKey("tenant-key"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("rateLimiter");
      assertThat(milo.withApiKey(() -> "tenant-key", mine).quota().limit()).isEqualTo(3);
    }
  }
}
