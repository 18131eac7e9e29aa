// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestAbortedException;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A second run of the same ingestion, after one that ended anywhere. */
@Timeout(60)
class JournalTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();
  @TempDir Path folder;

  private Consumer<IngestOptions> journaled() {
    return o ->
        o.batchSize(2)
            .correlateBy("ref")
            .settleAfter(Duration.ZERO)
            .journal(IngestJournal.file(file()));
  }

  private Path file() {
    return folder.resolve("import.journal");
  }

  @ParameterizedTest
  @EnumSource
  void acceptedCandidatesAreReportedAndNotSentAgain(Mode mode) {
    server.answer(Bulk::accept);
    mode.ingestAll(server.client(), candidates(3), journaled());

    IngestReport again = mode.ingestAll(server.client(), candidates(5), journaled());

    assertAddsUp(again, 5);
    assertThat(again.idsBy("ref"))
        .containsExactlyEntriesOf(
            new java.util.TreeMap<>(
                java.util.Map.of(
                    "c0", "I-c0", "c1", "I-c1", "c2", "I-c2", "c3", "I-c3", "c4", "I-c4")));
    assertThat(again.outcomes())
        .extracting(IngestOutcome::matchedBy)
        .startsWith(MatchedBy.JOURNAL, MatchedBy.JOURNAL, MatchedBy.JOURNAL)
        .endsWith(MatchedBy.METADATA_KEY);
    assertThat(server.requests())
        .extracting(Bulk::sent)
        .containsExactly(List.of("c0", "c1"), List.of("c2"), List.of("c3", "c4"));
  }

  @ParameterizedTest
  @EnumSource
  void candidatesInDoubtAreLookedUpAndSentOnlyIfMissing(Mode mode) throws IOException {
    server.answer(r -> r.number() == 1 ? Answer.hangUp() : Bulk.accept(r));
    IngestReport first = mode.ingestAll(server.client(), candidates(4), journaled());
    assertThat(names(first.unknown())).isEqualTo("c0 c1");
    assertThat(Files.readAllLines(file()))
        .as("nothing is said of a lost answer")
        .hasSize(1 + 1 + 2);
    server.answer(
        r -> r.method().equals("GET") ? Bulk.listed(List.of("c2", "c1")) : Bulk.accept(r));

    Set<Thread> threads = new HashSet<>();
    IngestReport again =
        mode.ingestAll(
            server.client(),
            candidates(4),
            journaled().andThen(o -> o.onProgress(p -> threads.add(Thread.currentThread()))));

    assertAddsUp(again, 4);
    assertThat(again.outcomes())
        .extracting(IngestOutcome::id)
        .containsExactly("I-c0", "L-c1", "I-c2", "I-c3");
    if (mode == Mode.BLOCKING) {
      assertThat(threads).containsOnly(Thread.currentThread());
    }
    assertThat(Bulk.sent(server.requests().get(3))).containsExactly("c0");
    assertThat(server.count()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRetryableIsSentAgainWithTheSameJournal(Mode mode) {
    server.answer(r -> r.number() == 1 ? Answer.of(401, "") : Bulk.accept(r));
    IngestReport first = mode.ingestAll(server.client(), candidates(3), journaled());
    assertThat(first.rejected(Rejection.NOT_TRIED)).hasSize(3);

    IngestReport again = mode.ingestAll(server.client(), first.retryable(), journaled());

    assertAddsUp(again, 3);
    assertThat(again.accepted()).hasSize(3);
    assertThat(server.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void aQueuedBatchInDoubtIsNeverSentAgain(Mode mode) {
    server.answer(r -> Answer.hangUp());
    mode.enqueueAll(server.client(), candidates(2), journaled());
    server.answer(r -> Bulk.listed(List.of("c1")));

    IngestReport again = mode.enqueueAll(server.client(), candidates(2), journaled());

    assertThat(again.accepted()).extracting(IngestOutcome::id).containsExactly("L-c1");
    assertThat(names(again.unknown())).isEqualTo("c0");
    assertThat(server.requests()).filteredOn(r -> r.method().equals("POST")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void thoseInDoubtStayUnknownIfEveryRequestFails(Mode mode) {
    server.answer(r -> Answer.hangUp());
    mode.ingestAll(server.client(), candidates(2), journaled());
    server.answer(r -> Answer.of(401, ""));

    IngestReport again = mode.ingestAll(server.client(), candidates(4), journaled());

    assertAddsUp(again, 4);
    assertThat(names(again.unknown())).isEqualTo("c0 c1");
    assertThat(again.unknown().get(0).reason())
        .startsWith("not looked up, because an earlier request failed");
    assertThat(names(again.rejected(Rejection.NOT_TRIED))).isEqualTo("c2 c3");
    assertThat(server.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void whoMayBeListedAsSomebodyElseIsNotSentAgain(Mode mode) {
    server.answer(r -> Answer.hangUp());
    mode.ingestAll(server.client(), candidates(2), journaled());
    server.answer(
        r ->
            Bulk.lastPage(
                "{\"interview_id\":\"L\",\"email\":\"c0@example.com\"},"
                    + "{\"interview_id\":\"L\",\"email\":\"c1@example.com\"}"));

    IngestReport again = mode.ingestAll(server.client(), candidates(2), journaled());

    assertThat(names(again.unknown())).isEqualTo("c0 c1");
    assertThat(server.requests()).filteredOn(r -> r.method().equals("POST")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aListThatCannotBeReadLeavesThoseInDoubtUnknownAndOthersAccepted(Mode mode) {
    server.answer(r -> r.number() == 1 ? Answer.hangUp() : Bulk.accept(r));
    mode.ingestAll(server.client(), candidates(2), journaled());
    server.answer(r -> r.method().equals("GET") ? Answer.of(404, "") : Bulk.accept(r));

    assertThatThrownBy(() -> mode.ingestAll(server.client(), candidates(4), journaled()))
        .isInstanceOfSatisfying(
            IngestAbortedException.class,
            e -> {
              assertAddsUp(e.report(), 4);
              assertThat(names(e.report().unknown())).isEqualTo("c0 c1");
              assertThat(names(e.report().accepted())).isEqualTo("c2 c3");
            });
  }

  @Test
  void theFileHasNoPersonalData() throws IOException {
    server.answer(Bulk::accept);

    Mode.BLOCKING.ingestAll(server.client(), candidates(3), journaled());

    assertThat(Files.readString(file()))
        .startsWith("{\"journal\":\"heymilo-ingest\",\"format\":1,\"posting_id\":\"P1\"")
        .contains("\"c1\"", "\"I-c1\"")
        .doesNotContain("example.com", "Name", "https://");
    assertThat(Files.readAllLines(file())).hasSize(1 + 2 * 2);
  }

  @Test
  void withoutACorrelationKeyNoneIsRecorded() throws IOException {
    server.answer(r -> Bulk.bareReply(List.of("a")));

    Mode.BLOCKING.ingestAll(
        server.client(),
        List.of(Candidate.of("A", "a@example.com")),
        o -> o.journal(IngestJournal.file(file())));

    assertThat(Files.readAllLines(file()).get(1)).contains(":null}");
  }

  @ParameterizedTest
  @EnumSource
  void aJournalOfAnotherIngestionIsRefusedBeforeAnythingIsSent(Mode mode) throws IOException {
    server.answer(Bulk::accept);
    mode.ingestAll(server.client(), candidates(1), journaled());
    String written = Files.readString(file());

    refuses(mode, written.replace("\"P1\"", "\"P2\""), "it has posting_id \"P2\", expected \"P1\"");
    refuses(
        mode,
        written.replace("\"correlation_key\":\"ref\"", "\"correlation_key\":\"id\""),
        "it has correlation_key \"id\", expected \"ref\"");
    refuses(mode, written.replace("\"queued\":false", "\"queued\":true"), "it has queued true");
    refuses(
        mode,
        written.replace("\"format\":1", "\"format\":2"),
        "it has format 2, this version reads up to 1");
    refuses(mode, "name,email\nAda,ada@example.org\n", "record 1 is not JSON");
    refuses(mode, "name,email", "it is not a journal");
    refuses(mode, written + "{\"sent\"\n", "record 4 is not JSON");
  }

  private void refuses(Mode mode, String content, String message) throws IOException {
    Files.writeString(file(), content);
    int before = server.count();
    assertThatThrownBy(() -> mode.ingestAll(server.client(), candidates(1), journaled()))
        .isInstanceOf(IngestAbortedException.class)
        .hasMessageContaining("the journal could not be opened: " + message);
    assertThat(server.count()).isEqualTo(before);
    assertThat(Files.readString(file())).isEqualTo(content);
  }

  @ParameterizedTest
  @EnumSource
  void oneJournalIsOneIngestionAtATime(Mode mode) {
    server.answer(Bulk::accept);

    assertThatThrownBy(
            () ->
                mode.ingestAll(
                    server.client(),
                    candidates(4),
                    journaled()
                        .andThen(
                            o ->
                                o.onProgress(
                                    p ->
                                        mode.ingestAll(
                                            server.client(), candidates(1), journaled())))))
        .hasRootCauseMessage(file() + " is in use by another ingestion");
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void aFolderThatIsNotThereIsAClearError() {
    IngestJournal nowhere = IngestJournal.file(folder.resolve("missing").resolve("import"));

    assertThatThrownBy(
            () -> Mode.BLOCKING.ingestAll(server.client(), candidates(1), o -> o.journal(nowhere)))
        .isInstanceOf(IngestAbortedException.class)
        .hasMessageContaining("the journal could not be opened: ")
        .hasMessageContaining("No such file or directory");
    assertThat(server.count()).isZero();
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  @ParameterizedTest
  @EnumSource
  @EnabledIf("hasFullDevice")
  void aFullDiskIsAClearErrorBeforeAnythingIsSent(Mode mode) {
    assertThatThrownBy(
            () ->
                mode.ingestAll(
                    server.client(),
                    candidates(1),
                    o -> o.journal(IngestJournal.file(Path.of("/dev/full")))))
        .isInstanceOf(IngestAbortedException.class)
        .hasMessageContaining(
            "the journal could not be written: /dev/full could not be written: No space left");
    assertThat(server.count()).isZero();
  }
}
