// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.api.CandidatesApiAsync;
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

/** A bulk ingestion, run on the caller's thread or asynchronously. Runs once. */
final class Ingestion {
  /** What becomes of the candidates. */
  enum Kind {
    INGEST,
    ENQUEUE,
    LOOK_UP
  }

  private final CandidateRequests requests;
  private final CandidatesApi api;
  private final String postingId;
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
    this.api = new CandidatesApi(requests.client());
    this.postingId = requests.postingId();
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
    try {
      run.open();
      while (run.hasNext()) {
        step();
        run.tell();
      }
      return run.report();
    } catch (Throwable e) { // what Kotlin throws unchecked, too
      throw run.aborted(e);
    }
  }

  private void step() {
    Batch batch = run.next();
    if (batch == null) {
      Futures.await(run.lookUp(), CandidatesApi.LIST_CANDIDATES);
      return;
    }
    try {
      if (queued) {
        run.queued(batch, api.ingestCandidatesBulkAsync(postingId, batch.request()).getData());
      } else {
        run.acknowledged(batch, api.ingestCandidatesBulk(postingId, batch.request()).getData());
      }
    } catch (HeyMiloException e) {
      run.failed(batch, e);
      if (e instanceof InterruptedCallException) {
        throw e;
      }
    }
  }

  /** Runs without blocking, on threads of the transport from the first answer on. */
  @SuppressWarnings("FutureReturnValueIgnored") // closing a closed run does nothing
  CompletableFuture<IngestReport> start() {
    CompletableFuture<Void> opened = CompletableFuture.completedFuture(null);
    if (opens) { // on another thread, because a journal blocks
      opened =
          Futures.map(
              requests.options().time().sleep(Duration.ZERO),
              there -> {
                run.open();
                return null;
              });
    }
    CompletableFuture<Void> sent =
        Futures.then(opened, ready -> Futures.repeatWhile(run::hasNext, this::stepAsync));
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

  private CompletableFuture<Void> stepAsync() {
    Batch batch = run.next();
    CompletableFuture<Void> step =
        batch == null
            ? run.lookUp()
            : Futures.recover(
                Futures.started(() -> send(batch)),
                HeyMiloException.class,
                failure -> {
                  run.failed(batch, failure);
                  return null;
                });
    return Futures.map(
        step,
        done -> {
          run.tell();
          return null;
        });
  }

  private CompletableFuture<Void> send(Batch batch) {
    CandidatesApiAsync async = new CandidatesApiAsync(requests.client());
    return queued
        ? Futures.map(
            async.ingestCandidatesBulkAsync(postingId, batch.request()),
            response -> {
              run.queued(batch, response.body().getData());
              return null;
            })
        : Futures.map(
            async.ingestCandidatesBulk(postingId, batch.request()),
            response -> {
              run.acknowledged(batch, response.body().getData());
              return null;
            });
  }
}
