// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestAbortedException;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.EndOfCalls;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ingestions that end before their input does. */
@Timeout(60)
class AbortedTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @CsvSource({"BLOCKING, 0", "ASYNC, 0", "BLOCKING, 3", "ASYNC, 3", "BLOCKING, 4", "ASYNC, 4"})
  void anInputThatThrowsLeavesAnOutcomeForEachThatWasTaken(Mode mode, int good) {
    server.answer(Bulk::accept);

    IngestReport report = aborted(mode, failingAfter(good), o -> o.batchSize(2));

    assertAddsUp(report, good);
    assertThat(report.accepted()).hasSize(good); // what was read is sent
  }

  @ParameterizedTest
  @EnumSource
  void theCauseIsWhatTheInputThrew(Mode mode) {
    assertThatThrownBy(() -> mode.ingestAll(server.client(), failingAfter(0), o -> {}))
        .isInstanceOf(IngestAbortedException.class)
        .isInstanceOf(HeyMiloException.class)
        .hasMessage(
            "ingestCandidatesBulk ended before its input did: the input, a listener or the client"
                + " failed; until then: 0 candidates: 0 accepted, 0 rejected, 0 unknown")
        .hasRootCauseMessage("disk");
  }

  @ParameterizedTest
  @EnumSource
  void aListenerThatThrowsLeavesAnOutcomeForEachThatWasTaken(Mode mode) {
    server.answer(
        request -> Bulk.sent(request).size() > 2 ? Answer.of(413, "") : Bulk.accept(request));

    IngestReport report =
        aborted(
            mode,
            candidates(8),
            o ->
                o.batchSize(4)
                    .onProgress(
                        progress -> {
                          throw new IllegalStateException("bar");
                        }));

    assertAddsUp(report, 4); // two went out, two wait for their turn, four were not taken
    assertThat(names(report.accepted())).isEqualTo("c0 c1");
    assertThat(names(report.rejected(Rejection.NOT_TRIED))).isEqualTo("c2 c3");
    assertThat(server.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void anInputThatFailsWhileTheRestIsDroppedLeavesAReportToo(Mode mode) {
    server.answer(request -> Answer.of(401, ""));

    IngestReport report = aborted(mode, failingAfter(5), o -> o.batchSize(2));

    assertAddsUp(report, 5);
    assertThat(report.rejected(Rejection.NOT_TRIED)).hasSize(5);
  }

  @Test
  void anInterruptEndsTheSendingAndLeavesTheBatchUnderWayInDoubt() {
    Thread ingesting = Thread.currentThread();
    CountDownLatch over = new CountDownLatch(1);
    server.answer(
        request -> {
          if (request.number() == 2) {
            ingesting.interrupt();
            await(over);
          }
          return Bulk.accept(request);
        });

    IngestAbortedException aborted =
        catchThrowableOfType(
            IngestAbortedException.class,
            () -> Mode.BLOCKING.ingestAll(server.client(), candidates(6), o -> o.batchSize(2)));
    over.countDown();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(aborted).hasCauseInstanceOf(InterruptedCallException.class);
    assertAddsUp(aborted.report(), 4);
    assertThat(names(aborted.report().accepted())).isEqualTo("c0 c1");
    assertThat(names(aborted.report().unknown())).isEqualTo("c2 c3");
    assertThat(aborted.mayHaveBeenApplied()).isTrue();
    assertThat(server.count()).isEqualTo(2);
  }

  @Test
  void anInterruptBetweenBatchesLeavesNothingInDoubt() {
    server.answer(Bulk::accept);

    IngestAbortedException aborted =
        catchThrowableOfType(
            IngestAbortedException.class,
            () ->
                Mode.BLOCKING.ingestAll(
                    server.client(),
                    candidates(6),
                    o -> o.batchSize(2).onProgress(p -> Thread.currentThread().interrupt())));

    assertThat(Thread.interrupted()).isTrue();
    assertAddsUp(aborted.report(), 4);
    assertThat(names(aborted.report().accepted())).isEqualTo("c0 c1");
    assertThat(names(aborted.report().rejected(Rejection.NOT_TRIED))).isEqualTo("c2 c3");
    assertThat(server.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientLeavesAReport(Mode mode) {
    server.answer(Bulk::accept);

    IngestReport report =
        aborted(mode, candidates(4), o -> o.batchSize(2).onProgress(p -> server.client().close()));

    assertAddsUp(report, 4);
    assertThat(names(report.accepted())).isEqualTo("c0 c1");
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void cancellingCancelsTheRequestUnderWayAndSendsNoMore() throws InterruptedException {
    Semaphore arrived = new Semaphore(0);
    CountDownLatch over = new CountDownLatch(1);
    EndOfCalls calls = new EndOfCalls();
    HeyMilo milo = server.builder().listener(calls).build();
    server.answer(
        request -> {
          if (request.number() == 2) {
            arrived.release();
            await(over);
          }
          return Bulk.accept(request);
        });

    CompletableFuture<IngestReport> report =
        milo.async().posting("P1").candidates().ingestAll(candidates(6), o -> o.batchSize(2));
    assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(report).isNotDone();
    report.cancel(true);

    assertThatThrownBy(report::join).isInstanceOf(CancellationException.class);
    assertThat(calls.failuresOf(2)).singleElement().isInstanceOf(CancellationException.class);
    over.countDown();
    Mode.BLOCKING.ingestAll(milo, candidates(1), o -> {}); // the next in line
    assertThat(server.count()).isEqualTo(3);
    milo.close();
  }

  @Test
  void noThreadWaitsForAnAnswer() throws InterruptedException {
    Semaphore arrived = new Semaphore(0);
    CountDownLatch over = new CountDownLatch(1);
    server.answer(
        request -> {
          arrived.release();
          await(over);
          return Bulk.accept(request);
        });
    List<CompletableFuture<IngestReport>> reports =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(i -> server.client().async().posting("P" + i).candidates())
            .map(candidates -> candidates.ingestAll(candidates(2)))
            .toList();
    assertThat(arrived.tryAcquire(20, 10, TimeUnit.SECONDS)).isTrue();

    assertThat(Thread.getAllStackTraces().values())
        .noneMatch(
            stack ->
                List.of(stack).stream()
                    .anyMatch(frame -> frame.getClassName().startsWith("ai.heymilo.candidates")));
    over.countDown();
    assertThat(reports).allSatisfy(report -> assertThat(report.join().accepted()).hasSize(2));
  }

  @ParameterizedTest
  @EnumSource
  void aBatchThatCouldNotBeWrittenInTheEndIsInDoubt(Mode mode) {
    server.answer(Bulk::accept);
    AtomicBoolean writable = new AtomicBoolean(true);
    Map<String, Object> data =
        new AbstractMap<>() {
          @Override
          public Set<Map.Entry<String, Object>> entrySet() {
            if (writable.get()) {
              return Map.<String, Object>of("a", 1).entrySet();
            }
            throw new IllegalStateException("the database is closed");
          }
        };
    List<Candidate> input = new ArrayList<>(candidates(6));
    input.set(3, Candidate.of("B", "c3@example.com", c -> c.data("cv", data)));

    IngestReport report =
        aborted(
            mode,
            input,
            o -> o.batchSize(2).journal(onAppend(r -> writable.set(!r.contains("\"sent\"")))));

    assertAddsUp(report, 4);
    assertThat(names(report.accepted())).isEqualTo("c0 c1");
    assertThat(names(report.unknown())).isEqualTo("c2 c3");
    assertThat(report.unknown().get(0).reason())
        .isEqualTo("the ingestion ended while the request was under way");
    assertThat(server.count()).isEqualTo(1);
  }

  private static IngestJournal onAppend(Consumer<String> listener) {
    return new IngestJournal() {
      @Override
      public void open(Consumer<? super String> reader) {}

      @Override
      public void append(String record) {
        listener.accept(record);
      }

      @Override
      public void close() {}
    };
  }

  private IngestReport aborted(
      Mode mode, Iterable<Candidate> input, Consumer<IngestOptions> options) {
    IngestAbortedException aborted =
        catchThrowableOfType(
            IngestAbortedException.class, () -> mode.ingestAll(server.client(), input, options));
    assertThat(aborted).isNotNull();
    return aborted.report();
  }

  private static Iterable<Candidate> failingAfter(int good) {
    return () ->
        new Iterator<>() {
          private int given;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Candidate next() {
            if (given == good) {
              throw new IllegalStateException("disk");
            }
            return Bulk.candidate(given++);
          }
        };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
