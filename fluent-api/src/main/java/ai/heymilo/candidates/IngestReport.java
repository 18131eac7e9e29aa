// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestOutcome.Status;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.internal.Futures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of every input of a bulk ingestion: accepted, rejected and unknown add up to the
 * inputs. Immutable.
 */
public final class IngestReport {
  private final List<IngestOutcome> outcomes;
  private final @Nullable String correlationKey;
  private final boolean queued;
  private final long due;
  private final CandidateRequests requests;

  /**
   * Creates a report.
   *
   * @param due the time, in {@code nanos}, from which no unknown input can be applied any more
   */
  IngestReport(
      List<IngestOutcome> outcomes,
      @Nullable String correlationKey,
      boolean queued,
      long due,
      CandidateRequests requests) {
    this.outcomes = Collections.unmodifiableList(outcomes);
    this.correlationKey = correlationKey;
    this.queued = queued;
    this.due = due;
    this.requests = requests;
  }

  /**
   * Returns one outcome for each input, in the order of the inputs.
   *
   * @return the outcomes; unmodifiable
   */
  public List<IngestOutcome> outcomes() {
    return outcomes;
  }

  /**
   * Returns the inputs that the server acknowledged.
   *
   * @return the outcomes, in the order of the inputs; unmodifiable
   */
  public List<IngestOutcome> accepted() {
    return where(outcome -> outcome.status() == Status.ACCEPTED);
  }

  /**
   * Returns the inputs that were not ingested; {@link IngestOutcome#rejection} has the reason.
   *
   * @return the outcomes, in the order of the inputs; unmodifiable
   */
  public List<IngestOutcome> rejected() {
    return where(outcome -> outcome.status() == Status.REJECTED);
  }

  /**
   * Returns the inputs that were not ingested for one kind of reason.
   *
   * @param why the kind of reason
   * @return the outcomes, in the order of the inputs; unmodifiable
   */
  public List<IngestOutcome> rejected(Rejection why) {
    return where(outcome -> outcome.rejection() == why);
  }

  /**
   * Returns the inputs that may have been ingested. Do not resubmit them before {@link #reconcile}.
   *
   * @return the outcomes, in the order of the inputs; unmodifiable
   */
  public List<IngestOutcome> unknown() {
    return where(outcome -> outcome.status() == Status.UNKNOWN);
  }

  /**
   * Returns the inputs that may be resubmitted unchanged, without inviting anyone twice: those
   * rejected as {@link Rejection#NOT_TRIED} or {@link Rejection#NOT_FOUND}.
   *
   * @return the candidates, in the order of the inputs; unmodifiable
   */
  public List<Candidate> retryable() {
    return outcomes.stream()
        .filter(IngestOutcome::isRetryable)
        .map(IngestOutcome::input)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Returns the server's ids of accepted inputs by the value of a metadata key, such as {@code
   * external_id}. Inputs without the key are left out.
   *
   * @param metadataKey the key; after an ingestion with {@link IngestOptions#onOutcome} only the
   *     one given to {@link IngestOptions#correlateBy}
   * @return the ids, in the order of the inputs; unmodifiable
   * @throws IllegalStateException if two accepted inputs have the same value, or the report does
   *     not know the values of the key
   */
  public Map<String, String> idsBy(String metadataKey) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (IngestOutcome outcome : accepted()) {
      Candidate input = outcome.input();
      if (input == null && !metadataKey.equals(correlationKey)) {
        throw new IllegalStateException(
            "the report kept no inputs because of onOutcome; correlateBy(\""
                + metadataKey
                + "\") keeps the values of "
                + metadataKey);
      }
      String value = input == null ? outcome.correlationKey() : input.metadata(metadataKey);
      String id = outcome.id();
      if (value != null && id != null && ids.put(value, id) != null) {
        throw new IllegalStateException("two accepted candidates have the same " + metadataKey);
      }
    }
    return Collections.unmodifiableMap(ids);
  }

  /**
   * Looks the unknown inputs up in the list of the posting's candidates ({@code listCandidates}),
   * by correlation key, else by e-mail address. An entry with the same key but another address is
   * another person. Inputs that are listed become accepted. If some are not, and their request may
   * still arrive ({@link IngestOptions#settleAfter}), this method waits until it cannot, and looks
   * again; those that are missing then become rejected as {@link Rejection#NOT_FOUND}. Inputs of
   * {@code enqueueAll} stay unknown, because the API does not show its queue; so do inputs whose
   * {@code interview_id} belongs to another input.
   *
   * @return a report with what was found; this one if it has no unknowns
   * @throws ai.heymilo.errors.HeyMiloException if the list could not be read to its end, or the
   *     thread was interrupted; this report stays as it is
   */
  public IngestReport reconcile() {
    return Futures.await(reconcileAsync(), CandidatesApi.LIST_CANDIDATES);
  }

  /**
   * Looks the unknown inputs up without blocking; see {@link #reconcile}.
   *
   * @return the report to come
   */
  public CompletableFuture<IngestReport> reconcileAsync() {
    List<Batch.Input> unknown =
        unknown().stream().map(IngestOutcome::of).collect(Collectors.toList());
    if (unknown.isEmpty()) {
      return CompletableFuture.completedFuture(this);
    }
    Set<String> taken =
        accepted().stream().map(IngestOutcome::id).collect(Collectors.toCollection(HashSet::new));
    LookUp lookUp = new LookUp(unknown, taken, correlationKey, requests);
    return Futures.map(
        lookUp.run(queued ? requests.options().time().nanos() : due),
        done -> {
          List<IngestOutcome> settled = new ArrayList<>(outcomes);
          for (Batch.Input input : unknown) {
            settled.set(Math.toIntExact(input.index), settled(input, lookUp));
          }
          return new IngestReport(settled, correlationKey, queued, due, requests);
        });
  }

  private IngestOutcome settled(Batch.Input input, LookUp lookUp) {
    IngestOutcome accepted = lookUp.outcome(input);
    if (accepted != null) {
      return accepted;
    }
    return queued || lookUp.isUncertain(input)
        ? outcomes.get(Math.toIntExact(input.index))
        : IngestOutcome.notFound(input);
  }

  private List<IngestOutcome> where(Predicate<IngestOutcome> wanted) {
    return outcomes.stream().filter(wanted).collect(Collectors.toUnmodifiableList());
  }

  private long count(Status status) {
    return outcomes.stream().filter(outcome -> outcome.status() == status).count();
  }

  /** Returns the numbers. */
  @Override
  public String toString() {
    return outcomes.size()
        + " candidates: "
        + count(Status.ACCEPTED)
        + " accepted, "
        + count(Status.REJECTED)
        + " rejected, "
        + count(Status.UNKNOWN)
        + " unknown";
  }
}
