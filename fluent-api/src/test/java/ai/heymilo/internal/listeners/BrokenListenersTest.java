// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.listeners;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.internal.limit.SlidingWindow;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.FakeTime;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What listeners and limiters do wrong stays with them. */
@Timeout(60)
class BrokenListenersTest {
  enum Event {
    STARTED,
    ATTEMPT,
    ATTEMPT_ENDED,
    WAITED,
    ENDED
  }

  @ParameterizedTest
  @EnumSource(Event.class)
  void anErrorOfAListenerStaysWithIt(Event event) {
    SlidingWindow limiter = new SlidingWindow(10, Duration.ofDays(1), FakeTime.manual());
    try (RawServer server = RawServer.answering(status(429, "Retry-After: 1"), ok());
        Client client = Client.with(o -> o.rateLimiter(limiter).listener(new Throwing(event)))) {
      Op.CREATE.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(2);
    }
  }

  private static final class Throwing implements CallListener {
    private final Event at;

    Throwing(Event at) {
      this.at = at;
    }

    private void check(Event event) {
      if (event == at) {
        throw new NoSuchMethodError("a metrics library of another version");
      }
    }

    @Override
    public void callStarted(Call call) {
      check(Event.STARTED);
    }

    @Override
    public void attemptStarted(Call call, int attempt) {
      check(Event.ATTEMPT);
    }

    @Override
    public void attemptEnded(Call call, Attempt attempt) {
      check(Event.ATTEMPT_ENDED);
    }

    @Override
    public void waited(Call call, WaitReason reason, Duration waited) {
      check(Event.WAITED);
    }

    @Override
    public void callEnded(Call call, End end) {
      check(Event.ENDED);
    }
  }

  @Test
  void aLimiterThatReturnsNothingEndsTheCallForItsListenersToo() {
    List<String> events = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void callStarted(Call call) {
            events.add("started");
          }

          @Override
          public void callEnded(Call call, End end) {
            events.add("ended");
          }
        };
    RateLimiter broken =
        new RateLimiter() {
          @Override
          @SuppressWarnings("NullAway")
          public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
            return null;
          }

          @Override
          public QuotaStatus quota() {
            return QuotaStatus.unlimited();
          }
        };
    try (Client client = Client.with(o -> o.rateLimiter(broken).listener(listener))) {
      assertThatThrownBy(() -> Op.CREATE.on(client.sender(), "http://127.0.0.1:1"))
          .isInstanceOf(RuntimeException.class);

      assertThat(events).containsExactly("started", "ended");
    }
  }
}
