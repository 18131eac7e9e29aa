// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import static ai.heymilo.testkit.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Permits come back, however a call ends. */
@Timeout(60)
class PermitsTest {
  @Test
  void manyAsynchronousCallsThatTheGateSendsAwayAllEndAndKeepNoPermit() throws Exception {
    FakeTime time = FakeTime.manual();
    SlidingWindow limiter = new SlidingWindow(300, Duration.ofMinutes(1), time);
    CountDownLatch allWait = new CountDownLatch(1);
    Reply late =
        socket -> {
          assertThat(allWait.await(20, TimeUnit.SECONDS)).isTrue();
          return status(429, "Retry-After: 3600").to(socket);
        };
    try (RawServer server = RawServer.answering(late);
        Client client =
            Client.with(o -> o.rateLimiter(limiter).time(time).retryPolicy(RetryPolicy.never()))) {
      List<RateLimiter.Permit> others = new ArrayList<>();
      for (int i = 0; i < 299; i++) {
        others.add(limiter.acquire(RateLimiter.Priority.NORMAL, Duration.ofMinutes(1)).join());
      }
      others.forEach(permit -> permit.completed(200, null));
      time.advance(Duration.ofSeconds(30));
      CompletableFuture<?> refused = Op.GET_POSTING.startOn(client.sender(), server.url());
      List<CompletableFuture<?>> calls = new ArrayList<>();
      for (int i = 0; i < 590; i++) {
        calls.add(Op.GET_POSTING.startOn(client.sender(), server.url()));
      }
      assertThat(limiter.quota().waiting()).isEqualTo(590);
      allWait.countDown();
      assertThat(catchThrowable(refused::join)).isNotNull();
      CompletableFuture.runAsync(() -> time.advance(Duration.ofSeconds(31))).join();

      assertThat(calls)
          .allSatisfy(
              call ->
                  assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS))
                      .hasCauseInstanceOf(CallTimeoutException.class));
      time.advance(Duration.ofHours(5));
      assertThat(limiter.quota().remaining()).isEqualTo(300);
    }
  }
}
