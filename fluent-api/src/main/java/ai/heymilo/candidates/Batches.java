package ai.heymilo.candidates;

import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.Violation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the input into batches, as it comes: an input that cannot be sent is set aside with its
 * reason, batches that came back in parts go out before anything new.
 */
final class Batches {
  /** What a request has around its candidates: <code>{"data":[]}</code>. */
  private static final int FRAME_BYTES = 11;

  private final Iterator<? extends @Nullable Candidate> input;
  private final IngestOptions options;
  private final boolean checksLimits;
  private final Consumer<IngestOutcome> setAside;
  private final Set<String> emails = new HashSet<>();
  private final Deque<Batch> again = new ArrayDeque<>();
  private long taken;
  private Batch.@Nullable Input waiting;
  private int waitingBytes;

  Batches(
      Iterator<? extends @Nullable Candidate> input,
      IngestOptions options,
      boolean checksLimits,
      Consumer<IngestOutcome> setAside) {
    this.input = input;
    this.options = options;
    this.checksLimits = checksLimits;
    this.setAside = setAside;
  }

  /** Puts parts of a batch before everything that follows, in their order. */
  void again(List<Batch> parts) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      again.push(parts.get(i));
    }
  }

  /** Returns the next batch; null if there is nothing left to send. */
  @Nullable Batch next() {
    if (!again.isEmpty()) {
      return again.pop();
    }
    List<Batch.Input> batch = new ArrayList<>();
    int bytes = FRAME_BYTES;
    while (batch.size() < options.batchSize() && fill()) {
      Batch.Input next = waiting;
      if (next == null || (!batch.isEmpty() && bytes + waitingBytes > options.batchBytes())) {
        break;
      }
      batch.add(next);
      bytes += waitingBytes + 1;
      waiting = null;
    }
    return batch.isEmpty() ? null : new Batch(batch);
  }

  /** Sets aside all that is left, for one reason. */
  void dropRest(String reason) {
    for (Batch batch : again) {
      for (Batch.Input one : batch.inputs()) {
        setAside.accept(IngestOutcome.rejected(one.index, one.candidate, reason));
      }
    }
    again.clear();
    while (fill()) {
      Batch.Input one = waiting;
      waiting = null;
      if (one != null) {
        setAside.accept(IngestOutcome.rejected(one.index, one.candidate, reason));
      }
    }
  }

  /** Takes inputs until one can be sent; says whether there is one. */
  private boolean fill() {
    while (waiting == null && input.hasNext()) {
      Candidate candidate = input.next();
      long index = taken++;
      String reason = candidate == null ? "is null" : refusal(candidate);
      if (reason != null) {
        setAside.accept(IngestOutcome.rejected(index, candidate, reason));
      } else if (candidate != null) {
        waiting = new Batch.Input(index, candidate);
        waitingBytes = length(candidate);
      }
    }
    return waiting != null;
  }

  private @Nullable String refusal(Candidate candidate) {
    if (checksLimits) {
      List<Violation> violations = candidate.request().violations();
      if (!violations.isEmpty()) {
        StringJoiner all = new StringJoiner("; ");
        violations.forEach(violation -> all.add(violation.toString()));
        return all.toString();
      }
    }
    String email = candidate.email();
    if (email != null && !emails.add(email.strip().toLowerCase(Locale.ROOT))) {
      return "email was given by an earlier input already";
    }
    return null;
  }

  private static int length(Candidate candidate) {
    try {
      return Json.mapper().writeValueAsBytes(candidate.request()).length;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a candidate cannot be written as JSON", e);
    }
  }
}
