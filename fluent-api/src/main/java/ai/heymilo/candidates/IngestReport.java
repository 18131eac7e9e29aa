// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestOutcome.Status;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.internal.Futures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What became of every input of a bulk ingestion: accepted, rejected and unknown add up to the
 * inputs. Immutable.
 */
public final class IngestReport {
  private final Outcomes outcomes;
  private final @Nullable String correlationKey;
  private final boolean queued;
  private final CandidateRequests requests;

  IngestReport(
      Outcomes outcomes,
      @Nullable String correlationKey,
      boolean queued,
      CandidateRequests requests) {
    this.outcomes = outcomes;
    this.correlationKey = correlationKey;
    this.queued = queued;
    this.requests = requests;
  }

  /**
   * Returns one outcome for each input, in the order of the inputs. They are kept packed and
   * unpacked as they are looked at, here and below: of many, walk through the list, do not copy it.
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
   * Returns what was not taken in. It can be given again, after mending what is wrong with it: see
   * {@link IngestOutcome#rejection}.
   *
   * @return the outcomes, in the order of the inputs
   */
  public List<IngestOutcome> rejected() {
    return with(Status.REJECTED);
  }

  /**
   * Returns what was not taken in, for one kind of reason.
   *
   * @param why the kind of reason
   * @return the outcomes, in the order of the inputs
   */
  public List<IngestOutcome> rejected(Rejection why) {
    return outcomes.where(outcome -> outcome.rejection() == why);
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
   * listCandidates}), by the metadata key that replies were matched by, else by e-mail address, and
   * stops reading when all are found. Whoever is listed with the key, but with another address, is
   * somebody else. Those that are there become accepted, or stay unknown if they are listed without
   * an id. Those that are not become rejected: at the time of looking the server had not taken them
   * in. So leave it the time that a request may take before you look. Of a queued ingestion they
   * stay unknown, because the API does not tell what is in its queue.
   *
   * @return a report with what was found; this one if it has no unknowns
   * @throws ai.heymilo.errors.HeyMiloException if the list could not be read to its end; this
   *     report stays as it is
   */
  public IngestReport reconcile() {
    if (outcomes.count(Status.UNKNOWN) == 0) {
      return this;
    }
    Reconciliation reconciliation = new Reconciliation(outcomes, correlationKey, queued);
    for (CandidateResponse candidate : requests.list(query -> query.limit(100))) {
      if (!reconciliation.look(candidate)) {
        break;
      }
    }
    return reconciled(reconciliation);
  }

  /**
   * Looks the unknown inputs up without waiting; see {@link #reconcile}.
   *
   * @return the report to come
   */
  public CompletableFuture<IngestReport> reconcileAsync() {
    if (outcomes.count(Status.UNKNOWN) == 0) {
      return CompletableFuture.completedFuture(this);
    }
    Reconciliation reconciliation = new Reconciliation(outcomes, correlationKey, queued);
    return Futures.map(
        requests.listAsync(query -> query.limit(100)).forEachWhile(reconciliation::look),
        done -> reconciled(reconciliation));
  }

  private IngestReport reconciled(Reconciliation reconciliation) {
    return new IngestReport(reconciliation.outcomes(), correlationKey, queued, requests);
  }

  private List<IngestOutcome> with(Status status) {
    return outcomes.where(outcome -> outcome.status() == status);
  }

  /** Returns the numbers. */
  @Override
  public String toString() {
    return outcomes.size()
        + " candidates: "
        + outcomes.count(Status.ACCEPTED)
        + " accepted, "
        + outcomes.count(Status.REJECTED)
        + " rejected, "
        + outcomes.count(Status.UNKNOWN)
        + " unknown";
  }
}
