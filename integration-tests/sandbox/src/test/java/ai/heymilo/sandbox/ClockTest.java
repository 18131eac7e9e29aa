// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClockTest {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  /** A clock that a test sets at will. */
  private static final class Unsteady extends Clock {
    private Instant shown = START;

    @Override
    public Instant instant() {
      return shown;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void doesNotGoBackWhenTheSystemsClockDoes() {
    Unsteady system = new Unsteady();
    SandboxClock clock = SandboxClock.on(system);
    assertThat(clock.instant()).isEqualTo(START);

    system.shown = START.minusSeconds(5);
    assertThat(clock.instant()).isEqualTo(START);

    system.shown = START.plusSeconds(5);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void advancesUntilItIsReset() {
    SandboxClock clock = SandboxClock.on(Clock.fixed(START, ZoneOffset.UTC));

    clock.advance(Duration.ofHours(2));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(7200));
    assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).instant())
        .isEqualTo(START.plusSeconds(7200));

    clock.reset();
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void cannotBeAdvancedBackwards() {
    SandboxClock clock = SandboxClock.on(Clock.systemUTC());

    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT1S");
  }

  @Test
  void showsItsTimeInAnotherZoneAfterAResetToo() {
    SandboxClock clock = SandboxClock.on(Clock.fixed(START, ZoneOffset.UTC));
    Clock other = clock.withZone(ZoneId.of("Europe/Berlin"));
    clock.advance(Duration.ofDays(3));
    assertThat(other.instant()).isEqualTo(clock.instant());

    clock.reset();
    assertThat(other.instant()).isEqualTo(START);
  }
}
