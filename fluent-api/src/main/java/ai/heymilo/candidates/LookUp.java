// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks inputs up in the list of a posting's candidates: by correlation key, where only one of them
 * has its value, and by e-mail address. Not thread-safe.
 */
final class LookUp {
  private final CandidateRequests requests;
  private final @Nullable String key;
  private final Set<String> taken;
  private final List<Batch.Input> wanted;
  private final Map<String, Batch.Input> byKey = new HashMap<>();
  private final Map<String, Batch.Input> byEmail = new HashMap<>();
  private final Map<String, Batch.Input> byId = new HashMap<>();
  private final Map<Batch.Input, CandidateResponse> found = new HashMap<>();
  private final Set<Batch.Input> uncertain = new HashSet<>();

  /**
   * Creates one that has not looked yet.
   *
   * @param taken the ids that belong to others
   */
  LookUp(
      Collection<Batch.Input> wanted,
      Set<String> taken,
      @Nullable String key,
      CandidateRequests requests) {
    this.wanted = List.copyOf(wanted);
    this.taken = taken;
    this.key = key;
    this.requests = requests;
    Set<String> ambiguous = new HashSet<>();
    for (Batch.Input input : wanted) {
      if (input.key != null && byKey.put(input.key, input) != null) {
        ambiguous.add(input.key);
      }
      String email = input.candidate().emailKey();
      if (email != null) {
        byEmail.put(email, input);
      }
    }
    byKey.keySet().removeAll(ambiguous);
  }

  /**
   * Looks, and if something is missing before it cannot arrive any more, waits and looks again.
   *
   * @param due the time, in {@code nanos}, from which a missing input is known to be missing
   */
  CompletableFuture<Void> run(long due) {
    Time time = requests.options().time();
    long wait = due - time.nanos();
    return Futures.then(
        look(),
        looked ->
            wait <= 0 || isComplete()
                ? CompletableFuture.completedFuture(null)
                : Futures.then(time.sleep(Duration.ofNanos(due - time.nanos())), woken -> look()));
  }

  private CompletableFuture<Void> look() {
    return requests
        .listAsync(query -> query.limit(100))
        .forEachWhile(
            candidate -> {
              match(candidate);
              return !isComplete();
            });
  }

  private boolean isComplete() {
    return found.size() == wanted.size();
  }

  private void match(CandidateResponse candidate) {
    String email = Candidate.emailKey(candidate.getEmail());
    Batch.Input input = key == null ? null : byKey.get(candidate.getMetadata().get(key));
    if (input == null || (email != null && !email.equals(input.candidate().emailKey()))) {
      input = byEmail.get(email); // a key may have belonged to another person before
    }
    if (input == null) {
      return;
    }
    String id = candidate.getInterviewId();
    Batch.Input other = byId.putIfAbsent(id, input);
    if (taken.contains(id) || (other != null && other != input)) {
      uncertain.add(input);
      found.remove(input);
      if (other != null) {
        uncertain.add(other);
        found.remove(other);
      }
    } else if (!uncertain.contains(input)) {
      found.putIfAbsent(input, candidate);
    }
  }

  /** Returns the outcome of an input that is in the list; null if it is not. */
  @Nullable IngestOutcome outcome(Batch.Input input) {
    CandidateResponse listed = found.get(input);
    return listed == null
        ? null
        : IngestOutcome.accepted(
            input, listed.getInterviewId(), listed.getInterviewUrl(), MatchedBy.LISTING);
  }

  /** Returns whether the list has an entry that may be the input's or another's. */
  boolean isUncertain(Batch.Input input) {
    return uncertain.contains(input);
  }
}
