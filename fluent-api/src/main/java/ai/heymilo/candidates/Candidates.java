// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.AsyncIngestResponse;
import ai.heymilo.generated.model.IngestCandidateResponse;
import ai.heymilo.resources.CandidatesBase;
import java.util.function.BiConsumer;
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
   * Takes one candidate in and invites them ({@code ingestCandidate}). Never repeated when its fate
   * is unknown.
   *
   * @param name the full name
   * @param email the e-mail address
   * @return the receipt: the interview's id and address, and the candidate
   * @throws ai.heymilo.errors.InvalidRequestException if something is out of its limits; nothing
   *     has been sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been taken in
   * @throws HeyMiloException if it did not succeed
   */
  public IngestCandidateResponse ingest(String name, String email) {
    return ingest(Candidate.of(name, email));
  }

  /**
   * Takes one candidate in and invites them ({@code ingestCandidate}). Never repeated when its fate
   * is unknown.
   *
   * @param name the full name
   * @param email the e-mail address
   * @param more sets what is optional
   * @return the receipt: the interview's id and address, and the candidate
   * @throws ai.heymilo.errors.InvalidRequestException if something is out of its limits; nothing
   *     has been sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been taken in
   * @throws HeyMiloException if it did not succeed
   */
  public IngestCandidateResponse ingest(
      String name, String email, Consumer<? super CandidateFields> more) {
    return ingest(Candidate.of(name, email, more));
  }

  /**
   * Takes one candidate in and invites them ({@code ingestCandidate}). Never repeated when its fate
   * is unknown.
   *
   * @param candidate the candidate
   * @return the receipt: the interview's id and address, and the candidate
   * @throws ai.heymilo.errors.InvalidRequestException if something is out of its limits; nothing
   *     has been sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been taken in
   * @throws HeyMiloException if it did not succeed
   */
  public IngestCandidateResponse ingest(Candidate candidate) {
    return ingest(requests.one(candidate));
  }

  /**
   * Puts one candidate into the server's queue ({@code ingestCandidateAsync}). The API offers no
   * way to ask how far a queued candidate is: list the candidates later. Never repeated when its
   * fate is unknown.
   *
   * @param candidate the candidate
   * @return the queue's receipt
   * @throws ai.heymilo.errors.InvalidRequestException if something is out of its limits; nothing
   *     has been sent
   * @throws ai.heymilo.errors.AmbiguousWriteException if the candidate may have been queued
   * @throws HeyMiloException if it did not succeed
   */
  public AsyncIngestResponse enqueue(Candidate candidate) {
    return enqueue(requests.queued(candidate));
  }

  /**
   * Puts one candidate into the server's queue; see {@link #enqueue(Candidate)}.
   *
   * @param name the full name
   * @param email the e-mail address
   * @param more sets what is optional
   * @return the queue's receipt
   */
  public AsyncIngestResponse enqueue(
      String name, String email, Consumer<? super CandidateFields> more) {
    return enqueue(Candidate.of(name, email, more));
  }

  /**
   * Takes many candidates in, in batches ({@code ingestCandidatesBulk}), and accounts for each; see
   * {@link #ingestAll(Iterable, Consumer)}.
   *
   * @param candidates the candidates; walked through once
   * @return what became of each
   */
  public IngestReport ingestAll(Iterable<Candidate> candidates) {
    return ingestAll(candidates, options -> {});
  }

  /**
   * Takes many candidates in, in batches ({@code ingestCandidatesBulk}), and accounts for each.
   *
   * <p>The input is taken as it comes, one batch at a time. A candidate out of the document's
   * limits, or with an e-mail address that an earlier one had, is rejected before anything is sent.
   * A batch that the server finds too long goes out again in halves; one that it finds fault with
   * goes out again without the candidates at fault. A batch whose fate is unknown is never sent
   * again: its candidates are reported as unknown, and {@link IngestReport#reconcile} looks them
   * up.
   *
   * @param candidates the candidates; walked through once
   * @param more says how to go about it
   * @return what became of each
   * @throws IngestAbortedException if the input or the progress listener throws, or the thread is
   *     interrupted; it holds the report until then
   */
  public IngestReport ingestAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return run(requests.run(candidates, false, more), this::ingest);
  }

  /**
   * Takes many candidates in; see {@link #ingestAll(Iterable, Consumer)}. The stream is not closed.
   *
   * @param candidates the candidates
   * @param more says how to go about it
   * @return what became of each
   */
  public IngestReport ingestAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return run(requests.run(candidates, false, more), this::ingest);
  }

  /**
   * Takes many candidates in; see {@link #ingestAll(Iterable, Consumer)}. The stream is not closed.
   *
   * @param candidates the candidates
   * @return what became of each
   */
  public IngestReport ingestAll(Stream<Candidate> candidates) {
    return ingestAll(candidates, options -> {});
  }

  /**
   * Puts many candidates into the server's queue, in batches ({@code ingestCandidatesBulkAsync}),
   * with the same care as {@link #ingestAll(Iterable, Consumer)}. Accepted means that the queue
   * gave a receipt; its id stands with each candidate of the batch. The API offers no way to ask
   * how far it is.
   *
   * @param candidates the candidates; walked through once
   * @param more says how to go about it
   * @return what became of each
   * @throws IngestAbortedException if the input or the progress listener throws, or the thread is
   *     interrupted; it holds the report until then
   */
  public IngestReport enqueueAll(
      Iterable<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return run(requests.run(candidates, true, more), this::enqueue);
  }

  /**
   * Puts many candidates into the server's queue; see {@link #enqueueAll(Iterable, Consumer)}.
   *
   * @param candidates the candidates; walked through once
   * @return what became of each
   */
  public IngestReport enqueueAll(Iterable<Candidate> candidates) {
    return enqueueAll(candidates, options -> {});
  }

  /**
   * Puts many candidates into the server's queue; see {@link #enqueueAll(Iterable, Consumer)}. The
   * stream is not closed.
   *
   * @param candidates the candidates
   * @param more says how to go about it
   * @return what became of each
   */
  public IngestReport enqueueAll(
      Stream<Candidate> candidates, Consumer<? super IngestOptions> more) {
    return run(requests.run(candidates, true, more), this::enqueue);
  }

  /**
   * Puts many candidates into the server's queue; see {@link #enqueueAll(Iterable, Consumer)}. The
   * stream is not closed.
   *
   * @param candidates the candidates
   * @return what became of each
   */
  public IngestReport enqueueAll(Stream<Candidate> candidates) {
    return enqueueAll(candidates, options -> {});
  }

  private void ingest(IngestRun run, Batch batch) {
    run.acknowledged(batch, ingestBulk(batch.request()));
  }

  private void enqueue(IngestRun run, Batch batch) {
    run.queued(batch, enqueueBulk(batch.request()));
  }

  private IngestReport run(IngestRun run, BiConsumer<IngestRun, Batch> send) {
    try {
      while (run.hasNext()) {
        Batch batch = run.next();
        try {
          send.accept(run, batch);
        } catch (HeyMiloException e) {
          run.failed(batch, e);
          if (e instanceof InterruptedCallException) {
            throw e;
          }
        }
        run.tellProgress();
      }
      return run.report(requests);
    } catch (InterruptedCallException e) {
      throw run.aborted("the thread was interrupted", e, requests);
    } catch (Throwable e) { // errors, and what Kotlin throws unchecked, too
      throw run.aborted("the input, a listener or the client failed", e, requests);
    }
  }
}
