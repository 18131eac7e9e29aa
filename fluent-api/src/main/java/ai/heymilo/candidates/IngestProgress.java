// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.util.OptionalLong;

/** How far a bulk ingestion has come. Immutable. */
public final class IngestProgress {
  private final long done;
  private final long total;
  private final double perSecond;

  IngestProgress(long done, long total, double perSecond) {
    this.done = done;
    this.total = total;
    this.perSecond = perSecond;
  }

  /**
   * Returns how many inputs have an outcome.
   *
   * @return the number
   */
  public long done() {
    return done;
  }

  /**
   * Returns how many inputs there are.
   *
   * @return the number; empty if the input does not say
   */
  public OptionalLong total() {
    return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
  }

  /**
   * Returns how many inputs got an outcome in a second, since the beginning.
   *
   * @return inputs a second
   */
  public double perSecond() {
    return perSecond;
  }

  @Override
  public String toString() {
    return done + (total < 0 ? "" : " of " + total);
  }
}
