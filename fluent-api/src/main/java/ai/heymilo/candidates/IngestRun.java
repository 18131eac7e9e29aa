// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.errors.ClientClosedException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.model.AsyncIngestResponse;
import ai.heymilo.generated.model.BulkIngestCandidateResponseItem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounting of one bulk ingestion, for those that wait and those that do not: which batch is
 * next, and what the answer to one means for its inputs. Every input gets one outcome. Not
 * thread-safe: one batch at a time.
 */
final class IngestRun {
  private final IngestOptions options;
  private final long total;
  private final boolean queued;
  private final Batches batches;
  private final Outcomes outcomes = new Outcomes();
  private final long started = System.nanoTime();
  private long done;
  private long told;
  private @Nullable Batch next;
  private @Nullable Batch underWay;

  IngestRun(
      Iterator<? extends @Nullable Candidate> input,
      long total,
      boolean queued,
      IngestOptions options,
      boolean checksLimits) {
    this.options = options;
    this.total = total;
    this.queued = queued;
    this.batches = new Batches(input, options, checksLimits, this::settle);
  }

  /** Says whether there is a batch to be sent. */
  boolean hasNext() {
    if (next == null) {
      next = batches.next();
      if (next == null) {
        tellProgress(); // of inputs at the end that could not be sent
      }
    }
    return next != null;
  }

  Batch next() {
    Batch batch = next;
    if (batch == null) {
      throw new IllegalStateException("hasNext() was not true");
    }
    next = null;
    underWay = batch;
    return batch;
  }

  /** Takes in the reply to a batch. */
  void acknowledged(Batch batch, List<BulkIngestCandidateResponseItem> items) {
    List<IngestOutcome> matched = new Matching(batch, items, options.correlationKey()).outcomes();
    underWay = null;
    matched.forEach(this::settle);
  }

  /** Takes in the queue's receipt for a batch. */
  void queued(Batch batch, @Nullable AsyncIngestResponse receipt) {
    if (receipt == null || receipt.getIngestionId() == null) {
      unknown(batch, "the server gave no ingestion_id");
      return;
    }
    underWay = null;
    for (Batch.Input one : batch.inputs()) {
      settle(
          IngestOutcome.accepted(
              one.index, receipt.getIngestionId(), null, MatchedBy.QUEUE_RECEIPT));
    }
  }

  /** Takes in the failure of a batch: what can go out again in parts does. */
  void failed(Batch batch, HeyMiloException e) {
    String message = String.valueOf(e.getMessage());
    if (e.mayHaveBeenApplied()) {
      unknown(batch, message);
      return;
    }
    underWay = null;
    Refusal refusal = new Refusal(e, batch.size());
    if (!refusal.named().isEmpty()) {
      rejectNamed(batch, refusal);
    } else if (refusal.canBeHalved() && batch.size() > 1) {
      batches.again(batch.halves());
    } else {
      Rejection why = refusal.isAboutInputs() ? Rejection.REFUSED : Rejection.NOT_TRIED;
      for (Batch.Input one : batch.inputs()) {
        settle(IngestOutcome.rejected(one.index, one.candidate, why, message));
      }
      if (refusal.concernsAll()) {
        batches.dropRest("not sent, because an earlier request failed: " + message);
      }
    }
  }

  IngestReport report(CandidateRequests requests) {
    outcomes.close();
    return new IngestReport(outcomes, options.correlationKey(), queued, requests);
  }

  /** Ends before the input does; what was taken from it and is not settled gets its outcome. */
  IngestAbortedException aborted(String why, Throwable cause, CandidateRequests requests) {
    Batch lost = underWay;
    if (lost != null && !(cause instanceof ClientClosedException)) {
      unknown(lost, "the ingestion ended while the request was under way");
    } else if (lost != null) {
      batches.again(List.of(lost)); // was not sent
    }
    if (next != null) {
      batches.again(List.of(next));
      next = null;
    }
    batches.dropTaken("not sent, because the ingestion ended: " + why);
    Operation operation =
        queued ? CandidatesApi.INGEST_CANDIDATES_BULK_ASYNC : CandidatesApi.INGEST_CANDIDATES_BULK;
    return new IngestAbortedException(operation, report(requests), why, cause);
  }

  /** Tells how far it has come, if it has come further; to be called after each batch. */
  void tellProgress() {
    if (done > told) {
      told = done;
      double seconds = Math.max(1, System.nanoTime() - started) / 1e9;
      options.onProgress().accept(new IngestProgress(done, total, done / seconds));
    }
  }

  private void rejectNamed(Batch batch, Refusal refusal) {
    List<Batch.Input> others = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Batch.Input one = batch.inputs().get(i);
      if (refusal.named().contains(i)) {
        settle(
            IngestOutcome.rejected(one.index, one.candidate, Rejection.REFUSED, refusal.reason(i)));
      } else {
        others.add(one);
      }
    }
    if (!others.isEmpty()) {
      batches.again(List.of(new Batch(others)));
    }
  }

  private void unknown(Batch batch, String reason) {
    underWay = null;
    for (Batch.Input one : batch.inputs()) {
      settle(IngestOutcome.unknown(one.index, one.candidate, reason));
    }
  }

  private void settle(IngestOutcome outcome) {
    outcomes.settle(outcome);
    done++;
  }
}
