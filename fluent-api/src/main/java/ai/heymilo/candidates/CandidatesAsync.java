// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.Ingestion.Kind;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.AsyncIngestResponse;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.IngestCandidateResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.resources.CandidatesBaseAsync;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The candidates of one posting, asynchronously: the methods of {@link Candidates}, with futures
 * that fail where those throw. Cancelling a future cancels its request; a write that was under way
 * may have been applied. Thread-safe.
 */
public final class CandidatesAsync extends CandidatesBaseAsync {
  private final CandidateRequests requests;

  /**
   * Creates an object on a client's calls; nothing is sent.
   *
   * @param client sends the calls
   * @param postingId the posting's id
   * @throws IllegalArgumentException if the id cannot stand in a path: null, empty, dots alone, or
   *     with control characters
   */
  public CandidatesAsync(ApiClient client, String postingId) {
    super(client, postingId);
    this.requests = new CandidateRequests(client, postingId);
  }

  /**
   * Ingests one candidate; see {@link Candidates#ingest(Candidate)}.
   *
   * @param candidate the candidate
   * @return the receipt to come
   */
  public CompletableFuture<IngestCandidateResponse> ingest(Candidate candidate) {
    return Futures.started(() -> ingest(requests.one(candidate)));
  }

  /**
   * Ingests one candidate; see {@link Candidates#ingest(Candidate)}.
   *
   * @param name the full name
   * @param email the e-mail address
   * @param more sets optional properties
   * @return the receipt to come
   */
  public CompletableFuture<IngestCandidateResponse> ingest(
      String name, String email, Consumer<? super CandidateIngestRequest.Builder> more) {
    return Futures.started(() -> ingest(Candidate.of(name, email, more)));
  }

  /**
   * Ingests one candidate; see {@link Candidates#ingest(Candidate)}.
   *
   * @param name the full name
   * @param email the e-mail address
   * @return the receipt to come
   */
  public CompletableFuture<IngestCandidateResponse> ingest(String name, String email) {
    return ingest(Candidate.of(name, email));
  }

  /**
   * Puts one candidate into the server's queue; see {@link Candidates#enqueue(Candidate)}.
   *
   * @param candidate the candidate
   * @return the queue's receipt to come
   */
  public CompletableFuture<AsyncIngestResponse> enqueue(Candidate candidate) {
    return Futures.started(() -> enqueue(requests.queued(candidate)));
  }

  /**
   * Puts one candidate into the server's queue; see {@link Candidates#enqueue(Candidate)}.
   *
   * @param name the full name
   * @param email the e-mail address
   * @param more sets optional properties
   * @return the queue's receipt to come
   */
  public CompletableFuture<AsyncIngestResponse> enqueue(
      String name, String email, Consumer<? super CandidateIngestRequest.Builder> more) {
    return Futures.started(() -> enqueue(Candidate.of(name, email, more)));
  }

  /**
   * Ingests candidates, one batch under way at a time; see {@link Candidates#ingestAll(Iterable,
   * Consumer)}. The input is iterated, and listeners are called, on threads of the transport from
   * the first answer on, where they should not block.
   *
   * @param candidates the candidates; iterated once
   * @param options configures batches, matching, listeners and the journal
   * @return the outcome of each, to come; it fails with {@link IngestAbortedException} as {@link
   *     Candidates#ingestAll(Iterable, Consumer)} does. Cancelling it cancels the request that is
   *     under way and sends no more; then there is no report, but a journal has what was accepted
   */
  public CompletableFuture<IngestReport> ingestAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return start(() -> Ingestion.of(requests, Kind.INGEST, candidates, options));
  }

  /**
   * Ingests candidates; see {@link #ingestAll(Iterable, Consumer)}. The stream is not closed.
   *
   * @param candidates the candidates
   * @param options configures batches, matching, listeners and the journal
   * @return the outcome of each, to come
   */
  public CompletableFuture<IngestReport> ingestAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return start(() -> Ingestion.of(requests, Kind.INGEST, candidates, options));
  }

  /**
   * Ingests candidates; see {@link #ingestAll(Iterable, Consumer)}.
   *
   * @param candidates the candidates; iterated once
   * @return the outcome of each, to come
   */
  public CompletableFuture<IngestReport> ingestAll(Iterable<Candidate> candidates) {
    return ingestAll(candidates, options -> {});
  }

  /**
   * Adds candidates to the server's queue; see {@link Candidates#enqueueAll(Iterable, Consumer)}.
   *
   * @param candidates the candidates; iterated once
   * @param options configures batches, listeners and the journal
   * @return the outcome of each, to come
   */
  public CompletableFuture<IngestReport> enqueueAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return start(() -> Ingestion.of(requests, Kind.ENQUEUE, candidates, options));
  }

  /**
   * Adds candidates to the server's queue; see {@link Candidates#enqueueAll(Iterable, Consumer)}.
   * The stream is not closed.
   *
   * @param candidates the candidates
   * @param options configures batches, listeners and the journal
   * @return the outcome of each, to come
   */
  public CompletableFuture<IngestReport> enqueueAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return start(() -> Ingestion.of(requests, Kind.ENQUEUE, candidates, options));
  }

  /**
   * Looks candidates up in the list; see {@link Candidates#lookUp}.
   *
   * @param candidates the candidates; iterated once
   * @param options configures matching, waiting and listeners
   * @return the outcome of each, to come
   */
  public CompletableFuture<IngestReport> lookUp(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> options) {
    return start(() -> Ingestion.of(requests, Kind.LOOK_UP, candidates, options));
  }

  /**
   * Returns the candidates that are new or have changed; see {@link Candidates#changes}. Read them
   * with {@link CandidateChanges#forEachAsync}.
   *
   * @param state what {@link CandidateChanges#forEachAsync} returned the last time; empty the first
   *     time
   * @param options sets how long candidates are followed, and to which status
   * @return the changes
   * @throws IllegalArgumentException if the state is not one of this posting
   */
  public CandidateChanges changes(String state, Consumer<? super ChangeOptions> options) {
    return new CandidateChanges(requests, state, options);
  }

  private static CompletableFuture<IngestReport> start(Supplier<Ingestion> ingestion) {
    return Futures.started(() -> ingestion.get().start());
  }
}
