// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.Ingestion.Kind;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.AsyncIngestResponse;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.IngestCandidateResponse;
import ai.heymilo.resources.CandidatesBase;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The candidates of one posting: ingests and lists them. Thread-safe. */
public final class Candidates extends CandidatesBase {
  private final CandidateRequests requests;

  /**
   * Creates an object on a client's calls; nothing is sent.
   *
   * @param client sends the calls
   * @param postingId the posting's id
   * @throws IllegalArgumentException if the id cannot stand in a path: null, empty, dots alone, or
   *     with control characters
   */
  public Candidates(ApiClient client, String postingId) {
    super(client, postingId);
    this.requests = new CandidateRequests(client, postingId);
  }

  /**
   * Ingests one candidate, who is then invited ({@code ingestCandidate}). Never repeated when its
   * fate is unknown.
   *
   * @param name the full name
   * @param email the e-mail address
   * @return the receipt: the interview's id and address, and the candidate
   * @throws ai.heymilo.errors.InvalidRequestException if a value is outside its limits; nothing was
   *     sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been ingested
   * @throws HeyMiloException if the call fails otherwise
   */
  public IngestCandidateResponse ingest(String name, String email) {
    return ingest(Candidate.of(name, email));
  }

  /**
   * Ingests one candidate, who is then invited ({@code ingestCandidate}). Never repeated when its
   * fate is unknown.
   *
   * @param name the full name
   * @param email the e-mail address
   * @param more sets optional properties
   * @return the receipt: the interview's id and address, and the candidate
   * @throws ai.heymilo.errors.InvalidRequestException if a value is outside its limits; nothing was
   *     sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been ingested
   * @throws HeyMiloException if the call fails otherwise
   */
  public IngestCandidateResponse ingest(
      String name, String email, Consumer<? super CandidateIngestRequest.Builder> more) {
    return ingest(Candidate.of(name, email, more));
  }

  /**
   * Ingests one candidate, who is then invited ({@code ingestCandidate}). Never repeated when its
   * fate is unknown.
   *
   * @param candidate the candidate
   * @return the receipt: the interview's id and address, and the candidate
   * @throws ai.heymilo.errors.InvalidRequestException if a value is outside its limits; nothing was
   *     sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been ingested
   * @throws HeyMiloException if the call fails otherwise
   */
  public IngestCandidateResponse ingest(Candidate candidate) {
    return ingest(requests.one(candidate));
  }

  /**
   * Puts one candidate into the server's queue ({@code ingestCandidateAsync}). The API does not
   * show the queue: list the candidates later. Never repeated when its fate is unknown.
   *
   * @param candidate the candidate
   * @return the queue's receipt
   * @throws ai.heymilo.errors.InvalidRequestException if a value is outside its limits; nothing was
   *     sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been queued
   * @throws HeyMiloException if the call fails otherwise
   */
  public AsyncIngestResponse enqueue(Candidate candidate) {
    return enqueue(requests.queued(candidate));
  }

  /**
   * Puts one candidate into the server's queue; see {@link #enqueue(Candidate)}.
   *
   * @param name the full name
   * @param email the e-mail address
   * @param more sets optional properties
   * @return the queue's receipt
   */
  public AsyncIngestResponse enqueue(
      String name, String email, Consumer<? super CandidateIngestRequest.Builder> more) {
    return enqueue(Candidate.of(name, email, more));
  }

  /**
   * Ingests candidates in batches ({@code ingestCandidatesBulk}) and reports each outcome; see
   * {@link #ingestAll(Iterable, Consumer)}.
   *
   * @param candidates the candidates; iterated once
   * @return the outcome of each
   */
  public IngestReport ingestAll(Iterable<Candidate> candidates) {
    return ingestAll(candidates, options -> {});
  }

  /**
   * Ingests candidates in batches ({@code ingestCandidatesBulk}) and reports each outcome.
   *
   * <p>The input is read one batch at a time. A candidate that cannot be sent, or has the e-mail
   * address of an earlier one, is rejected before anything is sent, and so is a row for which the
   * input throws an exception. A batch that the server rejects as too long is sent again in halves;
   * one with rejected candidates is sent again without them. A batch whose fate is unknown is never
   * sent again: its candidates are reported as unknown, and {@link IngestReport#reconcile} looks
   * them up. With {@link IngestOptions#journal} the ingestion can be run again after a crash.
   *
   * @param candidates the candidates; iterated once
   * @param options configures batches, matching, listeners and the journal
   * @return the outcome of each
   * @throws IngestAbortedException if the input, a listener or the journal fails for good, or the
   *     thread is interrupted; it has the report until then
   */
  public IngestReport ingestAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return Ingestion.of(requests, Kind.INGEST, candidates, options).run();
  }

  /**
   * Ingests candidates in batches; see {@link #ingestAll(Iterable, Consumer)}. The stream is not
   * closed.
   *
   * @param candidates the candidates
   * @param options configures batches, matching, listeners and the journal
   * @return the outcome of each
   */
  public IngestReport ingestAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return Ingestion.of(requests, Kind.INGEST, candidates, options).run();
  }

  /**
   * Adds candidates to the server's queue in batches ({@code ingestCandidatesBulkAsync}), with the
   * same care as {@link #ingestAll(Iterable, Consumer)}. Accepted means that the queue sent a
   * receipt; its id is the id of each candidate of the batch. The API does not show the queue.
   *
   * @param candidates the candidates; iterated once
   * @param options configures batches, listeners and the journal
   * @return the outcome of each
   * @throws IngestAbortedException if the input, a listener or the journal fails for good, or the
   *     thread is interrupted; it has the report until then
   */
  public IngestReport enqueueAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return Ingestion.of(requests, Kind.ENQUEUE, candidates, options).run();
  }

  /**
   * Adds candidates to the server's queue; see {@link #enqueueAll(Iterable, Consumer)}. The stream
   * is not closed.
   *
   * @param candidates the candidates
   * @param options configures batches, listeners and the journal
   * @return the outcome of each
   */
  public IngestReport enqueueAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return Ingestion.of(requests, Kind.ENQUEUE, candidates, options).run();
  }

  /**
   * Looks candidates up in the list ({@code listCandidates}), for example those whose fate was
   * unknown when an earlier process ended. Sends no candidates. Those that are listed are reported
   * as accepted, by correlation key, else by e-mail address; the others, once {@link
   * IngestOptions#settleAfter} has passed since the call, as {@link
   * IngestOutcome.Rejection#NOT_FOUND}.
   *
   * @param candidates the candidates; iterated once
   * @param options configures matching, waiting and listeners
   * @return the outcome of each
   * @throws IngestAbortedException if the list cannot be read to its end
   */
  public IngestReport lookUp(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return Ingestion.of(requests, Kind.LOOK_UP, candidates, options).run();
  }

  /**
   * Returns the candidates that are new or have changed since an earlier call; see {@link
   * CandidateChanges}.
   *
   * @param state the last {@link CandidateChanges#state}; empty the first time
   * @param options sets how long candidates are followed, and to which status
   * @return the changes, read as they are iterated
   * @throws IllegalArgumentException if the state is not one of this posting
   */
  public CandidateChanges changes(String state, Consumer<? super ChangeOptions> options) {
    return new CandidateChanges(requests, state, options);
  }
}
