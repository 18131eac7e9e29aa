// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The candidates of one posting. Guarded by the monitor of its {@link Store}. */
public final class Candidates {
  private final List<Candidate> oldestFirst = new ArrayList<>();
  private final Map<String, Candidate> byEmail = new HashMap<>();

  Candidates() {}

  /** Returns the candidate with this e-mail address, whatever its case; null when none has it. */
  @Nullable Candidate withEmail(String email) {
    return byEmail.get(email.toLowerCase(Locale.ROOT));
  }

  Candidate add(
      String interviewId, String candidateId, Posting posting, JsonNode request, Instant now) {
    Candidate candidate =
        new Candidate(interviewId, candidateId, posting, oldestFirst.size(), request, now);
    oldestFirst.add(candidate);
    byEmail.put(request.path("email").asText().toLowerCase(Locale.ROOT), candidate);
    return candidate;
  }

  void remove(Candidate candidate) {
    oldestFirst.remove(candidate);
    byEmail.values().remove(candidate);
    for (int i = candidate.ordinal(); i < oldestFirst.size(); i++) {
      oldestFirst.get(i).ordinal(i);
    }
  }

  /** Returns all of them, oldest first. */
  public List<Candidate> all() {
    return List.copyOf(oldestFirst);
  }

  /** Returns how many there are. */
  public int size() {
    return oldestFirst.size();
  }

  /**
   * Returns a page, newest first.
   *
   * @param cursor the candidate that the page follows; null for the first page
   * @param after the oldest time of ingestion, inclusive; null for any
   * @param before the newest time of ingestion, inclusive; null for any
   */
  public Page<Candidate> page(
      @Nullable Candidate cursor, int limit, @Nullable Instant after, @Nullable Instant before) {
    int from = after == null ? 0 : first(candidate -> !candidate.createdAt().isBefore(after));
    int to = before == null ? size() : first(candidate -> candidate.createdAt().isAfter(before));
    return Page.of(oldestFirst, from, to, cursor == null ? to : cursor.ordinal(), limit);
  }

  /** Finds by halving: the times of ingestion never go back. */
  private int first(Predicate<Candidate> reached) {
    int low = 0;
    int high = oldestFirst.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reached.test(oldestFirst.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
