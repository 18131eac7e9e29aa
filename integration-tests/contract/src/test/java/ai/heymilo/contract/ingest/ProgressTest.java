// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.candidates;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestProgress;
import ai.heymilo.contract.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the progress listener is told. */
class ProgressTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();
  @TempDir Path folder;
  private final List<IngestProgress> told = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void eachBatchIsTold(Mode mode) {
    server.answer(Bulk::accept);

    mode.ingestAll(server.client(), candidates(5), o -> o.batchSize(2).onProgress(told::add));

    assertThat(told)
        .extracting(IngestProgress::toString)
        .containsExactly("2 of 5", "4 of 5", "5 of 5");
    assertThat(told).extracting(IngestProgress::total).containsOnly(OptionalLong.of(5));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSetAsideAtTheEndIsToldToo(Mode mode) {
    server.answer(Bulk::accept);
    List<Candidate> input = new ArrayList<>(candidates(2));
    input.add(Bulk.candidate(0));

    mode.ingestAll(server.client(), input, o -> o.batchSize(2).onProgress(told::add));

    assertThat(told).extracting(IngestProgress::done).containsExactly(2L, 3L);
  }

  @ParameterizedTest
  @EnumSource
  void anInputOfUnknownLengthHasNoTotal(Mode mode) {
    server.answer(Bulk::accept);
    Iterable<Candidate> input = () -> candidates(2).iterator();

    mode.ingestAll(server.client(), input, o -> o.onProgress(told::add));

    assertThat(told).extracting(IngestProgress::total).containsExactly(OptionalLong.empty());
    assertThat(told.get(0)).hasToString("2");
  }

  @Test
  void optionsAreSetOneAfterTheOther() {
    server.answer(Bulk::accept);
    List<IngestOutcome> outcomes = new ArrayList<>();

    Mode.BLOCKING.ingestAll(
        server.client(),
        candidates(2),
        o ->
            o.onProgress(told::add)
                .onOutcome(outcomes::add)
                .settleAfter(Duration.ZERO)
                .correlateBy("ref")
                .batchBytes(1 << 10)
                .journal(IngestJournal.file(folder.resolve("journal")))
                .batchSize(1));

    assertThat(told).hasSize(2);
    assertThat(outcomes).hasSize(2);
    assertThat(folder.resolve("journal")).isNotEmptyFile();
  }

  @Test
  void aStreamHasATotalIfItKnowsIt() {
    server.answer(Bulk::accept);
    var candidates = server.client().posting("P1").candidates();

    candidates.ingestAll(candidates(2).stream(), o -> o.onProgress(told::add));
    candidates.ingestAll(candidates(2).stream().filter(c -> true), o -> o.onProgress(told::add));

    assertThat(told)
        .extracting(IngestProgress::total)
        .containsExactly(OptionalLong.of(2), OptionalLong.empty());
  }

  @ParameterizedTest
  @EnumSource
  void theRateIsWhatIsDoneByTheTimeItTook(Mode mode) {
    server.answer(Bulk::accept);
    List<Double> elapsed = new ArrayList<>();
    long before = System.nanoTime();

    mode.ingestAll(
        server.client(),
        candidates(6),
        o ->
            o.batchSize(2)
                .onProgress(
                    progress -> {
                      elapsed.add((System.nanoTime() - before) / 1e9);
                      told.add(progress);
                    }));

    for (int i = 0; i < told.size(); i++) {
      double least = told.get(i).done() / elapsed.get(i); // it began after the test did
      assertThat(told.get(i).perSecond()).isGreaterThanOrEqualTo(least).isLessThan(least * 100);
    }
  }
}
