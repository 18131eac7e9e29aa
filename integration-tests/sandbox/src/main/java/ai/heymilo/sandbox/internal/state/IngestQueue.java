// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Candidates that were accepted for later, in the order they came. */
final class IngestQueue {
  static final class Job {
    private final Posting posting;
    private final List<JsonNode> requests;
    private final Instant queuedAt;

    private Job(Posting posting, List<JsonNode> requests, Instant queuedAt) {
      this.posting = posting;
      this.requests = requests;
      this.queuedAt = queuedAt;
    }

    Posting posting() {
      return posting;
    }

    List<JsonNode> requests() {
      return requests;
    }
  }

  private final Deque<Job> jobs = new ArrayDeque<>();

  void add(Posting posting, List<JsonNode> requests, Instant now) {
    jobs.add(new Job(posting, List.copyOf(requests), now));
  }

  /** Takes out the jobs that were queued at or before {@code latest}. */
  List<Job> take(Instant latest) {
    List<Job> taken = new ArrayList<>();
    while (!jobs.isEmpty() && !jobs.getFirst().queuedAt.isAfter(latest)) {
      taken.add(jobs.removeFirst());
    }
    return taken;
  }

  void clear() {
    jobs.clear();
  }
}
