// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.api.CandidatesApiAsync;
import ai.heymilo.generated.model.BulkCandidateIngestRequest;
import ai.heymilo.internal.Futures;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bulk ingestion: takes the steps of its run, on the caller's thread or without one. Runs once.
 */
final class Ingestion {
  /** What becomes of the candidates. */
  enum Kind {
    INGEST,
    ENQUEUE,
    LOOK_UP
  }

  private final CandidateRequests requests;
  private final boolean queued;
  private final boolean opens;
  private final IngestRun run;

  private Ingestion(
      CandidateRequests requests,
      Kind kind,
      Iterator<? extends @Nullable Candidate> input,
      long total,
      Consumer<? super IngestOptions> more) {
    IngestOptions options = new IngestOptions();
    more.accept(options);
    this.requests = requests;
    this.queued = kind == Kind.ENQUEUE;
    this.opens = options.journal != null;
    this.run = new IngestRun(requests, input, total, kind, options);
  }

  static Ingestion of(
      CandidateRequests requests,
      Kind kind,
      Iterable<Candidate> input,
      Consumer<? super IngestOptions> more) {
    long total = input instanceof Collection ? ((Collection<?>) input).size() : -1;
    return new Ingestion(requests, kind, input.iterator(), total, more);
  }

  static Ingestion of(
      CandidateRequests requests,
      Kind kind,
      Stream<Candidate> input,
      Consumer<? super IngestOptions> more) {
    Spliterator<Candidate> split = input.sequential().spliterator();
    return new Ingestion(
        requests, kind, Spliterators.iterator(split), split.getExactSizeIfKnown(), more);
  }

  /** Runs on this thread. */
  IngestReport run() {
    return Futures.await(take(true), requests.bulk(queued));
  }

  /** Runs without blocking, on threads of the transport from the first answer on. */
  CompletableFuture<IngestReport> start() {
    return take(false);
  }

  /**
   * Takes all steps.
   *
   * @param here whether each step ends on this thread before the next; then the result is there
   */
  @SuppressWarnings("FutureReturnValueIgnored") // closing a closed run does nothing
  private CompletableFuture<IngestReport> take(boolean here) {
    CompletableFuture<Void> turn =
        here || !opens // else on another thread, because a journal blocks
            ? CompletableFuture.completedFuture(null)
            : requests.options().time().sleep(Duration.ZERO);
    CompletableFuture<Void> sent =
        Futures.then(
            turn,
            there -> {
              run.open();
              return Futures.repeatWhile(run::hasNext, () -> step(here));
            });
    CompletableFuture<IngestReport> all =
        Futures.recover(
            Futures.map(sent, done -> run.report()),
            Throwable.class,
            failure -> {
              throw run.aborted(failure);
            });
    all.whenComplete((report, failure) -> run.close()); // if it was cancelled
    return all;
  }

  private CompletableFuture<Void> step(boolean here) {
    Batch batch = run.next();
    CompletableFuture<Void> step =
        batch == null
            ? lookUp(here)
            : Futures.recover(
                Futures.started(() -> send(batch, here)),
                HeyMiloException.class,
                failure -> {
                  run.failed(batch, failure);
                  if (failure instanceof InterruptedCallException) {
                    throw failure;
                  }
                  return null;
                });
    return Futures.map(
        step,
        done -> {
          run.tell();
          return null;
        });
  }

  private CompletableFuture<Void> lookUp(boolean here) {
    CompletableFuture<Void> looked = run.lookUp();
    if (here) {
      Futures.await(looked, CandidatesApi.LIST_CANDIDATES);
    }
    return looked;
  }

  private CompletableFuture<Void> send(Batch batch, boolean here) {
    CandidatesApi api = new CandidatesApi(requests.client());
    CandidatesApiAsync async = new CandidatesApiAsync(requests.client());
    String posting = requests.postingId();
    BulkCandidateIngestRequest body = batch.request();
    return queued
        ? Futures.map(
            here
                ? done(api.ingestCandidatesBulkAsyncWithResponse(posting, body))
                : async.ingestCandidatesBulkAsync(posting, body),
            response -> {
              run.queued(batch, response.body().getData());
              return null;
            })
        : Futures.map(
            here
                ? done(api.ingestCandidatesBulkWithResponse(posting, body))
                : async.ingestCandidatesBulk(posting, body),
            response -> {
              run.acknowledged(batch, response.body().getData());
              return null;
            });
  }

  private static <T> CompletableFuture<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }
}
