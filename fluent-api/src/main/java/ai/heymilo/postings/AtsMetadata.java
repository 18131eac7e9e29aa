// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.PostingResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The applicant tracking system that a posting was imported from ({@code ats_metadata}). For a
 * posting that was not imported, values are null and nothing is pending. Immutable.
 */
public final class AtsMetadata {
  private final Map<String, @Nullable Object> facts;

  private AtsMetadata(Map<String, @Nullable Object> facts) {
    this.facts = facts;
  }

  /**
   * Reads the metadata of a posting.
   *
   * @param posting the posting
   * @return its metadata
   */
  public static AtsMetadata of(PostingResponse posting) {
    return new AtsMetadata(posting.getAtsMetadata());
  }

  /**
   * Returns whether the posting must be activated before it accepts candidates.
   *
   * @return true if {@code pending_activation} is
   */
  public boolean pendingActivation() {
    return Boolean.TRUE.equals(facts.get("pending_activation"));
  }

  /**
   * Returns how the posting was created, for example {@code job_sync}.
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
   * Returns the system's id of the job.
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
