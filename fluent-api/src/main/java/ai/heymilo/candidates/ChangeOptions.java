// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.model.CandidateStatus;
import java.time.Duration;
import java.util.Set;

/** Configures how long candidates are followed for changes. Not thread-safe. */
public final class ChangeOptions {
  Duration maxAge = Duration.ofDays(90);
  Set<CandidateStatus> finalStatuses =
      Set.of(CandidateStatus.SHORTLISTED, CandidateStatus.DISMISSED, CandidateStatus.KNOCKED_OUT);

  ChangeOptions() {}

  /**
   * Sets the age from which a candidate is not followed any more, whatever the status; 90 days
   * after being ingested by default.
   *
   * @param age more than zero
   * @return these options
   */
  public ChangeOptions maxAge(Duration age) {
    if (age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("maxAge must be more than zero, was " + age);
    }
    this.maxAge = age;
    return this;
  }

  /**
   * Sets the statuses in which a candidate is not followed any more. By default {@code
   * shortlisted}, {@code dismissed} and {@code knocked_out}; a candidate who has completed the
   * interview may still be shortlisted or dismissed.
   *
   * @param statuses the statuses
   * @return these options
   */
  public ChangeOptions finalStatuses(CandidateStatus... statuses) {
    this.finalStatuses = Set.of(statuses);
    return this;
  }
}
