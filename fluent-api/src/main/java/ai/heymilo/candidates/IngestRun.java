package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.errors.FieldError;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.errors.UnauthorizedException;
import ai.heymilo.errors.ValidationException;
import ai.heymilo.generated.model.BulkIngestCandidateResponseItem;
import ai.heymilo.generated.model.CandidateResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The accounting of one bulk ingestion, for those that wait and those that do not: which batch is
 * next, and what the answer to one means for its inputs. Every input gets one outcome. Not
 * thread-safe: one batch at a time.
 */
final class IngestRun {
  private static final Pattern INPUT_PATH = Pattern.compile("^data\\[(\\d+)\\]");

  private final IngestOptions options;
  private final long total;
  private final Batches batches;
  private final List<@Nullable IngestOutcome> outcomes = new ArrayList<>();
  private final long started = System.nanoTime();
  private long done;
  private @Nullable Batch next;

  IngestRun(
      Iterator<? extends @Nullable Candidate> input,
      long total,
      IngestOptions options,
      boolean checksLimits) {
    this.options = options;
    this.total = total;
    this.batches = new Batches(input, options, checksLimits, this::settle);
  }

  /** Says whether there is a batch to be sent. */
  boolean hasNext() {
    if (next == null) {
      next = batches.next();
    }
    return next != null;
  }

  Batch next() {
    Batch batch = next;
    if (batch == null) {
      throw new IllegalStateException("hasNext() was not true");
    }
    next = null;
    return batch;
  }

  /** Takes in the reply to a batch. */
  void acknowledged(Batch batch, List<BulkIngestCandidateResponseItem> items) {
    new Matching(batch, items, options.correlationKey()).tell(this::settle);
  }

  /** Takes in the queue's receipt for a batch. */
  void queued(Batch batch, String ingestionId) {
    for (Batch.Input one : batch.inputs()) {
      settle(IngestOutcome.accepted(one.index, ingestionId, null, MatchedBy.QUEUE_RECEIPT));
    }
  }

  /** Takes in the failure of a batch: what can go out again in parts does. */
  void failed(Batch batch, HeyMiloException e) {
    if (e.mayHaveBeenApplied()) {
      for (Batch.Input one : batch.inputs()) {
        settle(IngestOutcome.unknown(one.index, one.candidate, String.valueOf(e.getMessage())));
      }
    } else if (e instanceof ValidationException && !refusedInputs(batch, e).isEmpty()) {
      rejectNamed(batch, e, refusedInputs(batch, e));
    } else if ((e instanceof ValidationException || e.status() == 413) && batch.size() > 1) {
      batches.again(batch.halves());
    } else {
      for (Batch.Input one : batch.inputs()) {
        settle(IngestOutcome.rejected(one.index, one.candidate, String.valueOf(e.getMessage())));
      }
      if (concernsAll(e)) {
        batches.dropRest("not sent, because an earlier request failed: " + e.getMessage());
      }
    }
  }

  IngestReport report(Supplier<? extends Iterable<CandidateResponse>> listing) {
    List<IngestOutcome> all = new ArrayList<>(outcomes.size());
    for (IngestOutcome outcome : outcomes) {
      if (outcome != null) {
        all.add(outcome);
      }
    }
    return new IngestReport(all, options.correlationKey(), listing);
  }

  /** A failure that each further request would meet as well. */
  private static boolean concernsAll(HeyMiloException e) {
    return e instanceof UnauthorizedException
        || e instanceof NotFoundException
        || e.status() == 403;
  }

  private static Set<Integer> refusedInputs(Batch batch, HeyMiloException e) {
    Set<Integer> refused = new TreeSet<>();
    for (FieldError field : e.fieldErrors()) {
      Matcher path = INPUT_PATH.matcher(field.path());
      if (path.find() && path.group(1).length() < 9) {
        int position = Integer.parseInt(path.group(1));
        if (position < batch.size()) {
          refused.add(position);
        }
      }
    }
    return refused;
  }

  private void rejectNamed(Batch batch, HeyMiloException e, Set<Integer> refused) {
    List<Batch.Input> others = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Batch.Input one = batch.inputs().get(i);
      if (refused.contains(i)) {
        settle(IngestOutcome.rejected(one.index, one.candidate, reason(e, i)));
      } else {
        others.add(one);
      }
    }
    if (!others.isEmpty()) {
      batches.again(List.of(new Batch(others)));
    }
  }

  /** Names the fields of one input; the server's words may repeat personal data and stay out. */
  private static String reason(HeyMiloException e, int position) {
    String prefix = "data[" + position + "]";
    StringBuilder reason = new StringBuilder("the server refused it (422)");
    for (FieldError field : e.fieldErrors()) {
      if (field.path().equals(prefix) || field.path().startsWith(prefix + ".")) {
        String name = field.path().substring(prefix.length()).replaceFirst("^\\.", "");
        reason.append(": ").append(name.isEmpty() ? "the candidate" : name);
        if (field.code() != null) {
          reason.append(" (").append(field.code()).append(')');
        }
      }
    }
    return reason.toString();
  }

  private void settle(IngestOutcome outcome) {
    int at = Math.toIntExact(outcome.index());
    while (outcomes.size() <= at) {
      outcomes.add(null);
    }
    outcomes.set(at, outcome);
    done++;
  }

  /** Tells how far it has come; to be called after each batch. */
  void tellProgress() {
    double seconds = Math.max(1, System.nanoTime() - started) / 1e9;
    options.onProgress().accept(new IngestProgress(done, total, done / seconds));
  }
}
