// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.model.CandidateResponse;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Those who use one client at the same time, and their book of what they were told of each
 * candidate. Thread-safe.
 */
final class Recruiters {
  private static final int CHUNK = 60;
  private static final List<String> LISTED =
      IntStream.range(0, Ledger.LISTED).mapToObj(String::valueOf).toList();

  private final HeyMilo milo;
  private final BitSet accepted;
  private final BitSet rejected;
  private final BitSet unknown;
  private final AtomicInteger turns = new AtomicInteger();
  private int candidates;
  private int reads;
  private int readsFailed;

  Recruiters(HeyMilo milo, int capacity) {
    this.milo = milo;
    this.accepted = new BitSet(capacity);
    this.rejected = new BitSet(capacity);
    this.unknown = new BitSet(capacity);
    for (BitSet set : List.of(accepted, rejected, unknown)) {
      set.set(capacity); // takes all its memory now
      set.clear();
    }
  }

  /** Does the next thing that is to be done. */
  void work() {
    switch (turns.getAndIncrement() & 15) {
      case 0 -> list();
      case 1 -> all(input -> milo.posting("P1").candidates().ingestAll(input, Recruiters::options));
      case 2 ->
          all(input -> milo.posting("P1").candidates().enqueueAll(input, Recruiters::options));
      case 3, 4, 5 -> one(c -> milo.posting("P1").candidates().ingest(c).getInterviewId());
      case 6, 7, 8 ->
          one(c -> milo.async().posting("P1").candidates().ingest(c).join().getInterviewId());
      case 9, 10 -> one(c -> queued(milo.posting("P1").candidates().enqueue(c).getIngestionId()));
      default -> get();
    }
  }

  private static void options(IngestOptions options) {
    options.batchSize(CHUNK / 3).correlateBy("ref");
  }

  private void list() {
    try {
      List<String> ids =
          milo.posting("P1").candidates().list().stream()
              .map(CandidateResponse::getInterviewId)
              .toList();
      assertThat(ids).isEqualTo(LISTED);
      read(false);
    } catch (HeyMiloException e) {
      read(true);
    }
  }

  private void get() {
    try {
      milo.posting("P1").get();
      read(false);
    } catch (HeyMiloException e) {
      read(true);
    }
  }

  private void one(Function<Candidate, String> ingest) {
    int number = take(1);
    try {
      String id = ingest.apply(candidate(number));
      assertThat(id).isIn("I" + number, "queued");
      note(accepted, number);
    } catch (HeyMiloException e) {
      note(e.mayHaveBeenApplied() ? unknown : rejected, number);
    } catch (CompletionException e) {
      HeyMiloException failure = (HeyMiloException) e.getCause();
      note(failure.mayHaveBeenApplied() ? unknown : rejected, number);
    }
  }

  private static String queued(String ingestionId) {
    assertThat(ingestionId).isEqualTo("Q1");
    return "queued";
  }

  private void all(Function<List<Candidate>, IngestReport> ingest) {
    int first = take(CHUNK);
    IngestReport report =
        ingest.apply(
            IntStream.range(first, first + CHUNK).mapToObj(Recruiters::candidate).toList());
    assertThat(report.outcomes()).hasSize(CHUNK);
    for (IngestOutcome outcome : report.outcomes()) {
      int number = first + (int) outcome.index();
      if (outcome.id() != null) {
        assertThat(outcome.id()).isIn("I" + number, "Q1");
      }
      note(
          switch (outcome.status()) {
            case ACCEPTED -> accepted;
            case REJECTED -> rejected;
            case UNKNOWN -> unknown;
          },
          number);
    }
  }

  private static Candidate candidate(int number) {
    return Candidate.of(
        "Name", "c" + number + "@example.org", c -> c.metadata("ref", String.valueOf(number)));
  }

  private synchronized int take(int count) {
    candidates += count;
    return candidates - count;
  }

  private synchronized void note(BitSet fate, int number) {
    fate.set(number);
  }

  private synchronized void read(boolean failed) {
    reads++;
    readsFailed += failed ? 1 : 0;
  }

  /** Compares what they were told with what became of it. */
  synchronized void compareWith(Ledger ledger) {
    BitSet applied = ledger.applied();
    assertThat(ledger.appliedTwice()).as("taken in twice").isZero();
    assertThat(ledger.repeated()).as("sent again though in doubt").isZero();
    assertThat(accepted.cardinality() + rejected.cardinality() + unknown.cardinality())
        .as("each has one fate")
        .isEqualTo(candidates);
    assertThat(minus(accepted, applied).isEmpty()).as("who was accepted is there").isTrue();
    assertThat(applied.intersects(rejected)).as("somebody rejected is there").isFalse();
    assertThat(minus(minus(applied, accepted), unknown).isEmpty())
        .as("who is there was reported")
        .isTrue();
    assertThat(reads).isGreaterThan(0);
    assertThat(readsFailed).as("of %d reads failed", reads).isLessThan(1 + reads / 100);
  }

  private static BitSet minus(BitSet set, BitSet other) {
    BitSet result = (BitSet) set.clone();
    result.andNot(other);
    return result;
  }

  @Override
  public synchronized String toString() {
    return "%,d candidates: %,d accepted, %,d rejected, %,d unknown; %,d reads, %,d of them failed"
        .formatted(
            candidates,
            accepted.cardinality(),
            rejected.cardinality(),
            unknown.cardinality(),
            reads,
            readsFailed);
  }
}
