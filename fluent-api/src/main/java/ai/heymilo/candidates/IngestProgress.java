// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.util.OptionalLong;

/** The progress of a bulk ingestion. Immutable. */
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
   * @return the number; empty if the input does not have one
   */
  public OptionalLong total() {
    return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
  }

  /**
   * Returns the average number of outcomes a second since the start.
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
