// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.AsyncIngestResponse;
import ai.heymilo.generated.model.IngestCandidateResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.resources.CandidatesBaseAsync;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The candidates of one interviewer, for calls that do not wait: as {@link Candidates}, with
 * futures that fail as its methods throw. Cancelling a future cancels its request; a write that was
 * under way may have been applied. Thread-safe.
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
   * Takes one candidate in; see {@link Candidates#ingest(Candidate)}.
   *
   * @param candidate the candidate
   * @return the receipt to come
   */
  public CompletableFuture<IngestCandidateResponse> ingest(Candidate candidate) {
    return Futures.started(() -> ingest(requests.one(candidate)));
  }

  /**
   * Takes one candidate in; see {@link Candidates#ingest(Candidate)}.
   *
   * @param name the full name
   * @param email the e-mail address
   * @param more sets what is optional
   * @return the receipt to come
   */
  public CompletableFuture<IngestCandidateResponse> ingest(
      String name, String email, Consumer<? super CandidateFields> more) {
    return Futures.started(() -> ingest(Candidate.of(name, email, more)));
  }

  /**
   * Takes one candidate in; see {@link Candidates#ingest(Candidate)}.
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
   * @param more sets what is optional
   * @return the queue's receipt to come
   */
  public CompletableFuture<AsyncIngestResponse> enqueue(
      String name, String email, Consumer<? super CandidateFields> more) {
    return Futures.started(() -> enqueue(Candidate.of(name, email, more)));
  }

  /**
   * Takes many candidates in, one batch under way at a time; see {@link
   * Candidates#ingestAll(Iterable, Consumer)}. The first batch is taken from the input on the
   * calling thread, the others on threads of the transport, where it should not block.
   *
   * @param candidates the candidates; walked through once
   * @param more says how to go about it
   * @return what became of each, to come; it fails with {@link IngestAbortedException} if the input
   *     or the progress listener throws. Cancelling it cancels the request that is under way and
   *     sends no more; then there is no report, and a list of the candidates shows who was taken in
   */
  public CompletableFuture<IngestReport> ingestAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return Futures.started(() -> run(requests.run(candidates, false, more), this::ingest));
  }

  /**
   * Takes many candidates in; see {@link #ingestAll(Iterable, Consumer)}. The stream is not closed.
   *
   * @param candidates the candidates
   * @param more says how to go about it
   * @return what became of each, to come
   */
  public CompletableFuture<IngestReport> ingestAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return Futures.started(() -> run(requests.run(candidates, false, more), this::ingest));
  }

  /**
   * Takes many candidates in; see {@link #ingestAll(Iterable, Consumer)}.
   *
   * @param candidates the candidates; walked through once
   * @return what became of each, to come
   */
  public CompletableFuture<IngestReport> ingestAll(Iterable<Candidate> candidates) {
    return ingestAll(candidates, options -> {});
  }

  /**
   * Takes many candidates in; see {@link #ingestAll(Iterable, Consumer)}. The stream is not closed.
   *
   * @param candidates the candidates
   * @return what became of each, to come
   */
  public CompletableFuture<IngestReport> ingestAll(Stream<Candidate> candidates) {
    return ingestAll(candidates, options -> {});
  }

  /**
   * Puts many candidates into the server's queue; see {@link Candidates#enqueueAll(Iterable,
   * Consumer)}.
   *
   * @param candidates the candidates; walked through once
   * @param more says how to go about it
   * @return what became of each, to come
   */
  public CompletableFuture<IngestReport> enqueueAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return Futures.started(() -> run(requests.run(candidates, true, more), this::enqueue));
  }

  /**
   * Puts many candidates into the server's queue; see {@link #enqueueAll(Iterable, Consumer)}.
   *
   * @param candidates the candidates; walked through once
   * @return what became of each, to come
   */
  public CompletableFuture<IngestReport> enqueueAll(Iterable<Candidate> candidates) {
    return enqueueAll(candidates, options -> {});
  }

  /**
   * Puts many candidates into the server's queue; see {@link #enqueueAll(Iterable, Consumer)}. The
   * stream is not closed.
   *
   * @param candidates the candidates
   * @param more says how to go about it
   * @return what became of each, to come
   */
  public CompletableFuture<IngestReport> enqueueAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return Futures.started(() -> run(requests.run(candidates, true, more), this::enqueue));
  }

  /**
   * Puts many candidates into the server's queue; see {@link #enqueueAll(Iterable, Consumer)}. The
   * stream is not closed.
   *
   * @param candidates the candidates
   * @return what became of each, to come
   */
  public CompletableFuture<IngestReport> enqueueAll(Stream<Candidate> candidates) {
    return enqueueAll(candidates, options -> {});
  }

  private CompletableFuture<Void> ingest(IngestRun run, Batch batch) {
    return Futures.map(
        ingestBulk(batch.request()),
        response -> {
          run.acknowledged(batch, response);
          return null;
        });
  }

  private CompletableFuture<Void> enqueue(IngestRun run, Batch batch) {
    return Futures.map(
        enqueueBulk(batch.request()),
        response -> {
          run.queued(batch, response);
          return null;
        });
  }

  private CompletableFuture<IngestReport> run(
      IngestRun run, BiFunction<IngestRun, Batch, CompletableFuture<Void>> send) {
    CompletableFuture<IngestReport> all =
        Futures.map(
            Futures.repeatWhile(run::hasNext, () -> sent(run, run.next(), send)),
            done -> run.report(requests));
    return Futures.recover(
        all,
        Throwable.class,
        failure -> {
          throw run.aborted("the input, a listener or the client failed", failure, requests);
        });
  }

  private static CompletableFuture<Void> sent(
      IngestRun run, Batch batch, BiFunction<IngestRun, Batch, CompletableFuture<Void>> send) {
    return Futures.map(
        Futures.recover(
            Futures.started(() -> send.apply(run, batch)),
            HeyMiloException.class,
            failure -> {
              run.failed(batch, failure);
              return null;
            }),
        done -> {
          run.tellProgress();
          return null;
        });
  }
}
