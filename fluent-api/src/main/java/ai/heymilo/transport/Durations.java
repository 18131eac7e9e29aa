// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;

/** The rule for durations that a caller gives. */
final class Durations {
  /** Beyond this the arithmetic in nanoseconds would not hold, and nobody waits. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private Durations() {}

  static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be more than zero and at most 365 days, was " + value);
    }
    return value;
  }
}
