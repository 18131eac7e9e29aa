// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestOutcome.Status;
import ai.heymilo.generated.model.CandidateResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for unknown inputs among the interviewer's candidates: by the metadata key, where its value
 * names one of them only, and by e-mail address. Not thread-safe.
 */
final class Reconciliation {
  private final Outcomes outcomes;
  private final @Nullable String key;
  private final boolean queued;
  private final Map<String, IngestOutcome> byKey = new HashMap<>();
  private final Map<String, IngestOutcome> byEmail = new HashMap<>();
  private final Map<IngestOutcome, CandidateResponse> found = new HashMap<>();
  private final Set<IngestOutcome> seen = new HashSet<>();
  private int wanted;

  Reconciliation(Outcomes outcomes, @Nullable String key, boolean queued) {
    this.outcomes = outcomes;
    this.key = key;
    this.queued = queued;
    Set<String> ambiguous = new HashSet<>();
    for (IngestOutcome outcome : outcomes) {
      Candidate input = outcome.input();
      if (outcome.status() == Status.UNKNOWN && input != null) {
        wanted++;
        String value = key == null ? null : input.metadata(key);
        if (value != null && byKey.put(value, outcome) != null) {
          ambiguous.add(value);
        }
        String email = input.emailKey();
        if (email != null) {
          byEmail.put(email, outcome);
        }
      }
    }
    byKey.keySet().removeAll(ambiguous);
  }

  /** Looks at one candidate; says whether there is anything left to look for. */
  boolean look(CandidateResponse candidate) {
    String email = Candidate.emailKey(candidate.getEmail());
    IngestOutcome outcome = key == null ? null : byKey.get(candidate.getMetadata().get(key));
    if (outcome == null || isSomebodyElse(outcome, email)) {
      outcome = byEmail.get(email);
    }
    if (outcome != null) {
      if (candidate.getInterviewId() == null) {
        seen.add(outcome);
      } else {
        found.putIfAbsent(outcome, candidate);
      }
    }
    return found.size() < wanted;
  }

  /** A key may have been given to others before; an address that differs tells them apart. */
  private static boolean isSomebodyElse(IngestOutcome outcome, @Nullable String email) {
    Candidate input = outcome.input();
    return email != null && input != null && !email.equals(input.emailKey());
  }

  /** Returns the outcomes with what was found. */
  Outcomes outcomes() {
    Outcomes settled = new Outcomes();
    for (IngestOutcome outcome : outcomes) {
      settled.settle(outcome.status() == Status.UNKNOWN ? settled(outcome) : outcome);
    }
    settled.close();
    return settled;
  }

  private IngestOutcome settled(IngestOutcome outcome) {
    CandidateResponse candidate = found.get(outcome);
    if (candidate != null) {
      return IngestOutcome.accepted(
          outcome.index(),
          candidate.getInterviewId(),
          candidate.getInterviewUrl(),
          MatchedBy.LISTING);
    }
    return queued || seen.contains(outcome)
        ? outcome // it may be in the queue still, or is listed without an id
        : IngestOutcome.rejected(
            outcome.index(),
            outcome.input(),
            Rejection.NOT_FOUND,
            "not among the interviewer's candidates when looked up");
  }
}
