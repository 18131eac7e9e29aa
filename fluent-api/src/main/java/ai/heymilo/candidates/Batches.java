// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.generated.model.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the input into batches, one at a time: an input that cannot be sent gets its outcome, one
 * that an earlier run sent is held back, and parts of a batch that failed go before new inputs. An
 * input that throws an exception costs one row, unless it throws again and again.
 */
final class Batches {
  /** The bytes of a request without candidates: <code>{"data":[]}</code>. */
  private static final int FRAME_BYTES = 11;

  /** An input that throws this often in a row has failed. */
  private static final int MAX_THROWN = 100;

  private final Iterator<? extends @Nullable Candidate> input;
  private final IngestOptions options;
  private final boolean checksLimits;
  private final Predicate<Batch.Input> isOpen;
  private final Consumer<IngestOutcome> outcomes;
  private final Set<UUID> seen = new HashSet<>();
  private final Deque<Batch> again = new ArrayDeque<>();
  private final List<Batch.Input> collected = new ArrayList<>();
  private final List<Throwable> thrown = new ArrayList<>();
  private @Nullable Throwable failure;
  private long taken;
  private Batch.@Nullable Input waiting;

  /**
   * Creates the batches of an input.
   *
   * @param isOpen returns whether to send an input; otherwise it has dealt with it
   * @param outcomes receives the outcomes of inputs that cannot be sent
   */
  Batches(
      Iterator<? extends @Nullable Candidate> input,
      IngestOptions options,
      boolean checksLimits,
      Predicate<Batch.Input> isOpen,
      Consumer<IngestOutcome> outcomes) {
    this.input = input;
    this.options = options;
    this.checksLimits = checksLimits;
    this.isOpen = isOpen;
    this.outcomes = outcomes;
  }

  /** Returns what ended the input before its end; null if nothing did. */
  @Nullable Throwable failure() {
    return failure;
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
    while (collected.size() < options.batchSize && fill()) {
      Batch.Input next = waiting;
      if (next == null
          || (!collected.isEmpty() && bytes + next.candidate().size() > options.batchBytes)) {
        break;
      }
      collected.add(next);
      bytes += next.candidate().size() + 1;
      waiting = null;
    }
    Batch batch = collected.isEmpty() ? null : new Batch(collected);
    collected.clear();
    return batch;
  }

  /** Rejects the rest of the input, for one reason. */
  void dropRest(String reason) {
    dropTaken(reason);
    while (fill()) {
      dropTaken(reason);
    }
  }

  /** Rejects inputs that were read but not sent, for one reason. */
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

  private void drop(String reason) {
    outcomes.accept(IngestOutcome.rejected(Batch.Input.none(taken++), Rejection.INVALID, reason));
  }

  private void drop(Batch.Input one, String reason) {
    outcomes.accept(IngestOutcome.rejected(one, Rejection.NOT_TRIED, reason));
  }

  /** Reads inputs until one can be sent; returns whether there is one. */
  private boolean fill() {
    while (waiting == null && failure == null) {
      Candidate candidate;
      try {
        if (!input.hasNext()) {
          settleThrown();
          break;
        }
        candidate = input.next();
      } catch (Throwable e) { // what Kotlin throws unchecked, too
        thrown.add(e);
        if (e instanceof Error || thrown.size() == MAX_THROWN) {
          thrown.clear();
          failure = e;
        }
        continue;
      }
      settleThrown();
      if (candidate == null) {
        drop("is null");
      } else {
        take(Batch.Input.of(taken++, candidate, options.correlationKey));
      }
    }
    return waiting != null;
  }

  private void settleThrown() {
    for (Throwable one : thrown) { // its message may have personal data
      drop("the input threw " + one.getClass().getName() + " here");
    }
    thrown.clear();
  }

  private void take(Batch.Input one) {
    List<Violation> violations = one.candidate().violations(checksLimits);
    if (!violations.isEmpty()) {
      String found = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
      outcomes.accept(IngestOutcome.rejected(one, Rejection.INVALID, found));
    } else if (one.candidate().emailKey() != null && !seen.add(one.candidate().fingerprint(""))) {
      outcomes.accept(
          IngestOutcome.rejected(
              one, Rejection.DUPLICATE, "an earlier input has the same e-mail address"));
    } else if (isOpen.test(one)) {
      waiting = one;
    }
  }
}
