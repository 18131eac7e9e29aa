// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import static java.util.stream.Collectors.toList;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestOutcome.Status;
import ai.heymilo.errors.ClientClosedException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.model.AsyncIngestResponse;
import ai.heymilo.generated.model.BulkIngestCandidateResponseItem;
import ai.heymilo.internal.Futures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The accounting of one bulk ingestion, blocking or not: which batch is next, and what its answer
 * means for its inputs. Every input gets one outcome. Inputs that an earlier run left in doubt are
 * held back until all others have been sent, then looked up. Not thread-safe: one step at a time.
 */
final class IngestRun {
  private final CandidateRequests requests;
  private final IngestOptions options;
  private final long total;
  private final boolean queued;
  private final boolean looksUpOnly;
  private final long settleNanos;
  private final Batches batches;
  private final List<@Nullable IngestOutcome> outcomes = new ArrayList<>();
  private final List<IngestOutcome> untold = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<Batch.Input> held = new ArrayList<>();
  private final long started;
  private final Instant opened;
  private boolean closed;
  private long done;
  private long due;
  private @Nullable JournalRecords journal;
  private @Nullable Batch next;
  private @Nullable Batch underWay;

  IngestRun(
      CandidateRequests requests,
      Iterator<? extends @Nullable Candidate> input,
      long total,
      Ingestion.Kind kind,
      IngestOptions options) {
    this.requests = requests;
    this.options = options;
    this.total = total;
    this.queued = kind == Ingestion.Kind.ENQUEUE;
    this.looksUpOnly = kind == Ingestion.Kind.LOOK_UP;
    this.started = requests.options().time().nanos();
    this.opened = requests.options().time().now();
    this.due = started;
    this.settleNanos = options.settleNanos(requests.options().timeouts().attempt());
    this.batches =
        new Batches(input, options, requests.options().checksLimits(), this::isOpen, this::settle);
  }

  /** Opens the journal, if there is one. */
  synchronized void open() {
    if (closed) {
      throw new CancellationException();
    }
    if (options.journal != null) {
      journal =
          new JournalRecords(options.journal, requests.postingId(), queued, options.correlationKey);
    }
  }

  /** Closes the journal, also while it is being opened; a second time it does nothing. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      if (journal != null) {
        journal.close();
      }
    }
  }

  /** Returns whether there is a step to take: a batch to send, or inputs to look up. */
  boolean hasNext() {
    if (next == null) {
      next = batches.next();
      tell(); // of inputs that could not be sent
    }
    return next != null || !held.isEmpty();
  }

  /** Returns the next batch to send; null if it is time to {@link #lookUp} those held back. */
  @Nullable Batch next() {
    Batch batch = next;
    if (batch != null) {
      if (journal != null) {
        journal.sent(batch.inputs(), requests.options().time().now());
      }
      next = null;
      underWay = batch;
    }
    return batch;
  }

  /** Processes the answer to a batch. */
  void acknowledged(Batch batch, List<BulkIngestCandidateResponseItem> items) {
    settle(batch, new Matching(batch, items, options.correlationKey).outcomes(), true);
  }

  /** Processes the queue's receipt for a batch. */
  void queued(Batch batch, @Nullable AsyncIngestResponse receipt) {
    settle(batch, Matching.receipt(batch, receipt), true);
  }

  /** Processes the failure of a batch: sends again what can be sent again in parts. */
  void failed(Batch batch, HeyMiloException e) {
    if (e instanceof ClientClosedException) {
      throw e; // nothing was sent, and nothing will be
    }
    String message = String.valueOf(e.getMessage());
    List<IngestOutcome> settled = new ArrayList<>();
    if (e.mayHaveBeenApplied()) {
      batch.inputs().forEach(one -> settled.add(IngestOutcome.unknown(one, message)));
      settle(batch, settled, true);
      return;
    }
    BatchFailure failure = new BatchFailure(e, batch.size());
    if (!failure.named().isEmpty()) {
      batches.again(batch.without(failure.named()));
      failure
          .named()
          .forEach(
              i ->
                  settled.add(
                      IngestOutcome.rejected(
                          batch.inputs().get(i), Rejection.REFUSED, failure.reason(i))));
    } else if (failure.canBeHalved() && batch.size() > 1) {
      batches.again(batch.halves());
    } else {
      Rejection why = failure.isAboutInputs() ? Rejection.REFUSED : Rejection.NOT_TRIED;
      batch.inputs().forEach(one -> settled.add(IngestOutcome.rejected(one, why, message)));
    }
    settle(batch, settled, false);
    if (failure.concernsAll()) {
      batches.dropRest("not sent, because an earlier request failed: " + message);
      drop("not looked up, because an earlier request failed: " + message);
    }
  }

  /** Looks up the inputs that were held back; those that are missing are sent next. */
  CompletableFuture<Void> lookUp() {
    LookUp lookUp = new LookUp(held, ids, options.correlationKey, requests);
    long conclusive = queued ? requests.options().time().nanos() : due;
    return Futures.map(
        lookUp.run(conclusive),
        looked -> {
          List<Batch.Input> missing = new ArrayList<>();
          List<IngestOutcome> settled = new ArrayList<>();
          for (Batch.Input one : held) {
            IngestOutcome accepted = lookUp.outcome(one);
            if (accepted != null) {
              settled.add(accepted);
            } else if (queued || lookUp.isUncertain(one)) {
              settled.add(IngestOutcome.unknown(one, "an earlier request may have been applied"));
            } else if (looksUpOnly) {
              settled.add(IngestOutcome.notFound(one));
            } else {
              missing.add(one);
            }
          }
          held.clear();
          batches.again(Batch.cut(missing, options.batchSize));
          settle(new Batch(missing), settled, true);
          return null;
        });
  }

  /** Passes new outcomes and the progress to listeners; called after each step. */
  void tell() {
    if (untold.isEmpty()) {
      return;
    }
    List<IngestOutcome> news = List.copyOf(untold);
    untold.clear();
    if (options.onOutcome != null) {
      news.forEach(options.onOutcome);
    }
    double seconds = Math.max(1, requests.options().time().nanos() - started) / 1e9;
    options.onProgress.accept(new IngestProgress(done, total, done / seconds));
  }

  IngestReport report() {
    Throwable failure = batches.failure();
    if (failure != null) {
      throw aborted(failure);
    }
    close();
    return settledReport();
  }

  private IngestReport settledReport() {
    List<IngestOutcome> all = outcomes.stream().map(Objects::requireNonNull).collect(toList());
    return new IngestReport(all, options.correlationKey, queued, due, requests);
  }

  /** Ends before the input does; every input that was read gets an outcome. */
  IngestAbortedException aborted(Throwable cause) {
    if (cause instanceof IngestAbortedException) {
      return (IngestAbortedException) cause;
    }
    String why = IngestAbortedException.why(cause);
    Batch lost = underWay;
    underWay = null;
    if (lost != null && cause instanceof ClientClosedException) {
      batches.again(List.of(lost)); // was not sent
    } else if (lost != null) {
      String reason = "the ingestion ended while the request was under way";
      lost.inputs().forEach(one -> settle(IngestOutcome.unknown(one, reason)));
    }
    if (next != null) {
      batches.again(List.of(next));
      next = null;
    }
    batches.dropTaken("not sent, because the ingestion ended: " + why);
    drop("not looked up, because the ingestion ended: " + why);
    IngestAbortedException aborted =
        new IngestAbortedException(requests.bulk(queued), settledReport(), why, cause);
    try {
      close();
    } catch (JournalException e) {
      aborted.addSuppressed(e);
    }
    return aborted;
  }

  private void drop(String reason) {
    held.forEach(one -> settle(IngestOutcome.unknown(one, reason)));
    held.clear();
  }

  /** Returns whether an input is to be sent: not if the journal has it. */
  private boolean isOpen(Batch.Input one) {
    JournalRecords.State state = journal == null ? null : journal.state(one.candidate());
    if (state != null && state.id != null) {
      settle(IngestOutcome.accepted(one, state.id, null, MatchedBy.JOURNAL));
    } else if (state != null || looksUpOnly) {
      held.add(one);
      due = Math.max(due, due(state == null ? opened : state.sent));
    }
    return state == null && !looksUpOnly;
  }

  /** Returns when a recorded request cannot arrive any more: it was sent before this run began. */
  private long due(Instant recorded) {
    Instant sentBefore = recorded.plus(requests.options().timeouts().call());
    long ago = Math.max(0, Duration.between(sentBefore, opened).toNanos());
    return started - ago + settleNanos;
  }

  /** Ends a batch with outcomes; those of its inputs that were not applied are open again. */
  private void settle(Batch batch, List<IngestOutcome> settled, boolean applied) {
    underWay = null;
    List<IngestOutcome> all = new ArrayList<>();
    settled.forEach(outcome -> all.add(settle(outcome)));
    if (journal != null) {
      journal.answered(all, applied ? List.of() : batch.inputs());
    }
  }

  private IngestOutcome settle(IngestOutcome given) {
    IngestOutcome outcome = given;
    String id = given.id();
    if (id != null && given.matchedBy() != MatchedBy.QUEUE_RECEIPT && !ids.add(id)) {
      outcome =
          IngestOutcome.unknown(
              given.of(), "the server sent the interview_id of another candidate");
    }
    if (outcome.status() == Status.UNKNOWN) {
      due = Math.max(due, requests.options().time().nanos() + settleNanos);
    }
    int at = Math.toIntExact(outcome.index());
    while (outcomes.size() <= at) {
      outcomes.add(null);
    }
    boolean keeps = options.onOutcome == null || outcome.status() != Status.ACCEPTED;
    outcomes.set(at, keeps ? outcome : outcome.withoutInput());
    untold.add(outcome);
    done++;
    return outcome;
  }
}
