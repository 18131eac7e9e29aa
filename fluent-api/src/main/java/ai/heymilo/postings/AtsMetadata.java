// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.PostingResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API tells of the applicant tracking system that an interviewer came from ({@code
 * ats_metadata}). An interviewer that came from none has no facts, and nothing is pending.
 * Immutable.
 */
public final class AtsMetadata {
  private final Map<String, @Nullable Object> facts;

  private AtsMetadata(Map<String, @Nullable Object> facts) {
    this.facts = facts;
  }

  /**
   * Reads the facts of an interviewer.
   *
   * @param posting the interviewer
   * @return its facts
   */
  public static AtsMetadata of(PostingResponse posting) {
    return new AtsMetadata(posting.getAtsMetadata());
  }

  /**
   * Says whether the interviewer waits for {@code activate} before it takes candidates in.
   *
   * @return true if {@code pending_activation} is
   */
  public boolean pendingActivation() {
    return Boolean.TRUE.equals(facts.get("pending_activation"));
  }

  /**
   * Returns how the interviewer was created, for example {@code job_sync}.
   *
   * @return {@code source}, or null if it is not known
   */
  public @Nullable String source() {
    return text("source");
  }

  /**
   * Returns the system, for example {@code workable}.
   *
   * @return {@code ats_name}, or null if it is not known
   */
  public @Nullable String atsName() {
    return text("ats_name");
  }

  /**
   * Returns the system's job behind the interviewer.
   *
   * @return {@code ats_job_id}, or null if it is not known
   */
  public @Nullable String atsJobId() {
    return text("ats_job_id");
  }

  private @Nullable String text(String key) {
    Object value = facts.get(key);
    return value == null ? null : value.toString();
  }
}
