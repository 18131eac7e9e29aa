// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the {@code ats_metadata} of postings that come from an applicant tracking system. */
public final class Ats {
  private Ats() {}

  /** Returns the metadata of a posting whose ATS mapping is not attached yet. */
  public static ObjectNode pending(String atsName, String jobId) {
    ObjectNode ats = JsonNodeFactory.instance.objectNode();
    ats.put("source", "job_sync").put("ats_name", atsName).put("ats_job_id", jobId);
    ats.putArray("job_ids").add(jobId);
    return ats.put("pending_activation", true);
  }

  /** Attaches the mapping, if it is not attached yet. */
  static void attach(ObjectNode ats, Instant now) {
    if (ats.path("pending_activation").asBoolean()) {
      ats.put("pending_activation", false);
      ats.set("mapping_activated_at", Timestamps.of(now));
      ats.put("mapping_activated_by", "sandbox");
    }
  }

  /** Returns a copy with the mapping not attached, null for null. */
  static @Nullable ObjectNode unattached(@Nullable ObjectNode ats) {
    if (ats == null) {
      return null;
    }
    ObjectNode copy = ats.deepCopy();
    copy.remove(List.of("mapping_activated_at", "mapping_activated_by"));
    return copy.put("pending_activation", true);
  }
}
