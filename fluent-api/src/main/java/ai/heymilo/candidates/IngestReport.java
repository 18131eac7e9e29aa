package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Status;
import ai.heymilo.generated.model.CandidateResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of every input of a bulk ingestion: accepted, rejected and unknown add up to the
 * inputs. Immutable.
 */
public final class IngestReport {
  private final List<IngestOutcome> outcomes;
  private final @Nullable String correlationKey;
  private final Supplier<? extends Iterable<CandidateResponse>> listing;

  IngestReport(
      List<IngestOutcome> outcomes,
      @Nullable String correlationKey,
      Supplier<? extends Iterable<CandidateResponse>> listing) {
    this.outcomes = List.copyOf(outcomes);
    this.correlationKey = correlationKey;
    this.listing = listing;
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
   * Returns what the server acknowledged.
   *
   * @return the outcomes, in the order of the inputs
   */
  public List<IngestOutcome> accepted() {
    return with(Status.ACCEPTED);
  }

  /**
   * Returns what was not taken in. It can be given again.
   *
   * @return the outcomes, in the order of the inputs
   */
  public List<IngestOutcome> rejected() {
    return with(Status.REJECTED);
  }

  /**
   * Returns what may have been taken in. Do not give it again before {@link #reconcile}.
   *
   * @return the outcomes, in the order of the inputs
   */
  public List<IngestOutcome> unknown() {
    return with(Status.UNKNOWN);
  }

  /**
   * Looks the unknown inputs up in the list of the interviewer's candidates ({@code
   * listCandidates}), by the metadata key that replies were matched by, else by e-mail address.
   * Those that are there become accepted; those that are not become rejected: at the time of
   * looking the server had not taken them in. So leave it the time that a request may take before
   * you look.
   *
   * @return a report without unknowns; this one if it has none
   * @throws ai.heymilo.errors.HeyMiloException if the list could not be read to its end; this
   *     report stays as it is
   */
  public IngestReport reconcile() {
    List<IngestOutcome> unknown = unknown();
    if (unknown.isEmpty()) {
      return this;
    }
    Map<String, CandidateResponse> found = new HashMap<>();
    Map<String, IngestOutcome> wanted = new HashMap<>();
    unknown.forEach(outcome -> keysOf(outcome).forEach(key -> wanted.put(key, outcome)));
    for (CandidateResponse candidate : listing.get()) {
      for (String key : keysOf(candidate)) {
        if (wanted.containsKey(key)) {
          found.putIfAbsent(key, candidate);
        }
      }
    }
    List<IngestOutcome> settled = new ArrayList<>(outcomes.size());
    for (IngestOutcome outcome : outcomes) {
      settled.add(outcome.status() == Status.UNKNOWN ? settled(outcome, found) : outcome);
    }
    return new IngestReport(settled, correlationKey, listing);
  }

  private IngestOutcome settled(IngestOutcome outcome, Map<String, CandidateResponse> found) {
    for (String key : keysOf(outcome)) {
      CandidateResponse candidate = found.get(key);
      if (candidate != null) {
        return IngestOutcome.accepted(
            outcome.index(),
            candidate.getInterviewId(),
            candidate.getInterviewUrl(),
            MatchedBy.LISTING);
      }
    }
    return IngestOutcome.rejected(
        outcome.index(), outcome.input(), "not among the interviewer's candidates when looked up");
  }

  private List<String> keysOf(IngestOutcome outcome) {
    Candidate input = outcome.input();
    return input == null
        ? List.of()
        : keys(correlationKey == null ? null : input.metadata(correlationKey), input.email());
  }

  private List<String> keysOf(CandidateResponse candidate) {
    return keys(
        correlationKey == null ? null : candidate.getMetadata().get(correlationKey),
        candidate.getEmail());
  }

  private static List<String> keys(@Nullable String correlation, @Nullable String email) {
    List<String> keys = new ArrayList<>(2);
    if (correlation != null) {
      keys.add("key:" + correlation);
    }
    if (email != null) {
      keys.add("email:" + email.strip().toLowerCase(Locale.ROOT));
    }
    return keys;
  }

  private List<IngestOutcome> with(Status status) {
    return outcomes.stream()
        .filter(outcome -> outcome.status() == status)
        .collect(Collectors.toUnmodifiableList());
  }

  /** Returns the numbers. */
  @Override
  public String toString() {
    return outcomes.size()
        + " candidates: "
        + accepted().size()
        + " accepted, "
        + rejected().size()
        + " rejected, "
        + unknown().size()
        + " unknown";
  }
}
