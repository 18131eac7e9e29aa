// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The sandbox's own clock: every timestamp it answers, the deadlines of its postings and its rate
 * limit follow it. It runs with the system's clock, or stands still at the instant given to {@link
 * HeyMiloSandboxBuilder#startingAt}; either way {@link HeyMiloSandbox#advance} moves it. It never
 * goes back, except by {@link HeyMiloSandbox#reset}. This class is thread-safe.
 */
public final class SandboxClock extends Clock {
  private final Clock base;
  private final ZoneId zone;
  private Duration ahead = Duration.ZERO;
  private Instant latest = Instant.MIN;

  private SandboxClock(Clock base, ZoneId zone) {
    this.base = base;
    this.zone = zone;
  }

  static SandboxClock on(Clock base) {
    return new SandboxClock(base, ZoneOffset.UTC);
  }

  synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("the clock cannot go back by " + duration.negated());
    }
    ahead = ahead.plus(duration);
  }

  synchronized void reset() {
    ahead = Duration.ZERO;
    latest = Instant.MIN;
  }

  /** Returns the sandbox's time. */
  @Override
  public synchronized Instant instant() {
    Instant now = base.instant().plus(ahead);
    if (base instanceof SandboxClock) {
      return now; // goes back when that one is reset
    }
    if (now.isAfter(latest)) {
      latest = now;
    }
    return latest;
  }

  /** Returns UTC, unless {@link #withZone} said otherwise. */
  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Returns a clock in another zone that shows this clock's time. */
  @Override
  public Clock withZone(ZoneId otherZone) {
    return new SandboxClock(this, otherZone);
  }
}
