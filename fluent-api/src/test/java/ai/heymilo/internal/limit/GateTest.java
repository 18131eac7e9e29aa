// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.testkit.FakeTime;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
  private final FakeTime time = FakeTime.manual();
  private final SlidingWindow limiter = new SlidingWindow(3, Duration.ofMinutes(1), time);
  private final Gate gate = new Gate(limiter, time);

  @Test
  void aSecond429KeepsItClosedForLonger() {
    gate.closeFor(Duration.ofSeconds(10));
    time.advance(Duration.ofSeconds(4));
    gate.closeFor(Duration.ofSeconds(10));

    assertThat(gate.remaining()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aSecond429NeverOpensItEarlier() {
    gate.closeFor(Duration.ofSeconds(10));
    gate.closeFor(Duration.ofSeconds(3));

    assertThat(gate.remaining()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void itOpensWhenItsTimeIsOverAndClosesAgain() {
    gate.closeFor(Duration.ofSeconds(10));
    time.advance(Duration.ofSeconds(10));
    assertThat(gate.remaining()).isZero();
    time.advance(Duration.ofSeconds(10));
    gate.closeFor(Duration.ofSeconds(3));

    assertThat(gate.remaining()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void itsQuotaIsThatOfTheLimiter() {
    limiter.acquire(RateLimiter.Priority.NORMAL, Duration.ZERO).join();

    assertThat(gate.quota()).hasToString(limiter.quota().toString());
    assertThat(gate.quota().remaining()).isEqualTo(2);
  }
}
