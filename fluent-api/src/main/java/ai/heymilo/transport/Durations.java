// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The rule for durations that callers set. */
final class Durations {
  /** Keeps arithmetic in nanoseconds from overflowing. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private Durations() {}

  static Duration positive(String name, @Nullable Duration value) {
    if (value == null || value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be more than zero and at most 365 days, was " + value);
    }
    return value;
  }
}
