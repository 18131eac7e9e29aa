// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.Violation;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
  private final Fingerprints emails = new Fingerprints();
  private final Deque<Batch> again = new ArrayDeque<>();
  private final List<Batch.Input> collected = new ArrayList<>();
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
    long bytes = FRAME_BYTES;
    while (collected.size() < options.batchSize() && fill()) {
      Batch.Input next = waiting;
      if (next == null || (!collected.isEmpty() && bytes + waitingBytes > options.batchBytes())) {
        break;
      }
      collected.add(next);
      bytes += waitingBytes + 1;
      waiting = null;
    }
    Batch batch = collected.isEmpty() ? null : new Batch(collected);
    collected.clear();
    return batch;
  }

  /** Sets aside all that is left, for one reason. */
  void dropRest(String reason) {
    dropTaken(reason);
    while (fill()) {
      dropTaken(reason);
    }
  }

  /** Sets aside what was taken from the input and is not under way, for one reason. */
  void dropTaken(String reason) {
    for (Batch batch : again) {
      batch.inputs().forEach(one -> drop(one, reason));
    }
    again.clear();
    collected.forEach(one -> drop(one, reason));
    collected.clear();
    Batch.Input last = waiting;
    if (last != null) {
      waiting = null;
      drop(last, reason);
    }
  }

  private void drop(Batch.Input one, String reason) {
    setAside.accept(IngestOutcome.rejected(one.index, one.candidate, Rejection.NOT_TRIED, reason));
  }

  /** Takes inputs until one can be sent; says whether there is one. */
  private boolean fill() {
    while (waiting == null && input.hasNext()) {
      Candidate candidate = input.next();
      IngestOutcome refused = candidate == null ? invalid(null, "is null") : check(candidate);
      if (refused != null) {
        setAside.accept(refused);
      } else if (candidate != null) {
        waiting = new Batch.Input(taken, candidate);
      }
      taken++;
    }
    return waiting != null;
  }

  private @Nullable IngestOutcome check(Candidate candidate) {
    if (checksLimits) {
      List<Violation> violations = candidate.request().violations();
      if (!violations.isEmpty()) {
        return invalid(
            candidate,
            violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
      }
    }
    try {
      waitingBytes = Json.write(candidate.request()).length;
    } catch (IOException e) {
      return invalid(candidate, "cannot be written as JSON");
    }
    String email = candidate.emailKey();
    return email == null || emails.add(email)
        ? null
        : IngestOutcome.rejected(
            taken, candidate, Rejection.DUPLICATE, "email was given by an earlier input already");
  }

  private IngestOutcome invalid(@Nullable Candidate candidate, String reason) {
    return IngestOutcome.rejected(taken, candidate, Rejection.INVALID, reason);
  }
}
