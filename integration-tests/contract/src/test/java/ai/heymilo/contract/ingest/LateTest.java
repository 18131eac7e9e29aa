// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.Clocks;
import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import ai.heymilo.testkit.FakeTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that applies a batch 40 seconds after the client gave up. */
@Timeout(60)
class LateTest {
  private static final Duration LATE = Duration.ofSeconds(40);

  @RegisterExtension final ScriptedServer server = new ScriptedServer();
  @TempDir Path folder;

  private final FakeTime time = FakeTime.skipping();
  private HeyMilo milo;
  private int posts;

  @BeforeEach
  void open() {
    milo = Clocks.client(server.baseUrl(), time);
    server.answer(this::late);
  }

  @AfterEach
  void close() {
    milo.close();
  }

  private Answer late(Request request) {
    if (request.method().equals("POST")) {
      posts++;
      return posts == 1 ? Answer.hangUp() : Bulk.accept(request);
    }
    boolean applied = !time.now().isBefore(FakeTime.START.plus(LATE));
    return Bulk.listed(applied ? List.of("c0", "c1") : List.of());
  }

  @ParameterizedTest
  @EnumSource
  void reconcilingWaitsUntilTheRequestCannotArriveAnyMore(Mode mode) {
    IngestReport report = mode.ingestAll(milo, candidates(2), o -> {});
    assertThat(report.unknown()).hasSize(2);

    IngestReport settled = mode.reconcile(report);

    assertAddsUp(settled, 2);
    assertThat(settled.accepted()).extracting(IngestOutcome::id).containsExactly("L-c0", "L-c1");
    assertThat(settled.retryable()).isEmpty();
    assertThat(time.sleeps()).endsWith(Duration.ofSeconds(90)); // attempt timeout and a minute
  }

  @ParameterizedTest
  @EnumSource
  void whoIsListedAtOnceNeedsNoWait(Mode mode) {
    IngestReport report = mode.ingestAll(milo, candidates(2), o -> {});
    time.advance(LATE);
    int before = time.sleeps().size();

    assertThat(mode.reconcile(report).accepted()).hasSize(2);
    assertThat(time.sleeps()).hasSize(before);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsMissingAfterTheWaitMayBeSentAgain(Mode mode) {
    IngestReport report = mode.ingestAll(milo, candidates(3), o -> {});

    IngestReport settled = mode.reconcile(report);

    assertThat(names(settled.rejected(Rejection.NOT_FOUND))).isEqualTo("c2");
    assertThat(settled.retryable()).containsExactly(report.outcomes().get(2).input());
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRunWithAJournalWaitsToo(Mode mode) {
    mode.ingestAll(milo, candidates(2), this::journaled);
    time.advance(Duration.ofSeconds(10));

    IngestReport again = mode.ingestAll(milo, candidates(4), this::journaled);

    assertAddsUp(again, 4);
    assertThat(again.accepted())
        .extracting(IngestOutcome::id)
        .containsExactly("L-c0", "L-c1", "I-c2", "I-c3");
    assertThat(posts).isEqualTo(2);
    assertThat(time.sleeps()).endsWith(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRunOnTheNextDayDoesNotWait(Mode mode) {
    mode.ingestAll(milo, candidates(3), this::journaled);
    time.advance(Duration.ofDays(1));
    int before = time.sleeps().size();

    IngestReport again = mode.ingestAll(milo, candidates(3), this::journaled);

    assertThat(again.accepted())
        .extracting(IngestOutcome::id)
        .containsExactly("L-c0", "L-c1", "I-c2");
    assertThat(time.sleeps().subList(before, time.sleeps().size()))
        .isEqualTo(mode == Mode.BLOCKING ? List.of() : List.of(Duration.ZERO)); // leaves the thread
  }

  @ParameterizedTest
  @EnumSource
  void aQueueThatDoesNotShowWhatItHasIsNotWaitedFor(Mode mode) {
    mode.enqueueAll(milo, candidates(2), this::journaled);
    int before = time.sleeps().size();

    IngestReport again = mode.enqueueAll(milo, candidates(2), this::journaled);

    assertThat(names(again.unknown())).isEqualTo("c0 c1");
    assertThat(names(mode.reconcile(again).unknown())).isEqualTo("c0 c1");
    assertThat(time.sleeps().subList(before, time.sleeps().size())).allMatch(Duration::isZero);
  }

  @ParameterizedTest
  @EnumSource
  void lookingUpWaitsAsWell(Mode mode) {
    posts = 1;

    IngestReport found = mode.lookUp(milo, candidates(3), o -> {});

    assertAddsUp(found, 3);
    assertThat(names(found.accepted())).isEqualTo("c0 c1");
    assertThat(names(found.rejected(Rejection.NOT_FOUND))).isEqualTo("c2");
    assertThat(posts).isEqualTo(1);
  }

  private void journaled(IngestOptions options) {
    options.journal(IngestJournal.file(folder.resolve("journal")));
  }
}
