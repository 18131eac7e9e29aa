// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.candidates;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose last record was cut off, as by a crash. */
@Timeout(60)
class CutOffJournalTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();
  @TempDir Path folder;

  private void journaled(IngestOptions options) {
    options
        .batchSize(2)
        .correlateBy("ref")
        .settleAfter(Duration.ZERO)
        .journal(IngestJournal.file(file()));
  }

  private Path file() {
    return folder.resolve("import.journal");
  }

  @Test
  void aJournalThatWasCutOffAnywhereInItsLastRecordsLosesAndDoublesNobody() throws IOException {
    server.answer(Bulk::accept);
    Mode.BLOCKING.ingestAll(server.client(), candidates(4), this::journaled);
    byte[] whole = Files.readAllBytes(file());
    List<String> lines = Files.readAllLines(file());
    int lastTwo = lines.get(3).length() + lines.get(4).length() + 2;
    server.answer(
        r ->
            r.method().equals("GET")
                ? Bulk.listed(List.of("c0", "c1", "c2", "c3"))
                : Bulk.accept(r));

    for (int length = whole.length - lastTwo; length <= whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      int before = server.count();

      IngestReport again = Mode.BLOCKING.ingestAll(server.client(), candidates(4), this::journaled);

      assertThat(again.accepted()).as("cut at %d", length).hasSize(4);
      boolean sentIsLost = length < whole.length - lines.get(4).length() - 1;
      assertThat(server.requests().subList(before, server.count()))
          .filteredOn(r -> r.method().equals("POST"))
          .as("cut at %d: a batch that was not recorded was not sent", length)
          .hasSize(sentIsLost ? 1 : 0);
    }
  }

  @Test
  void whatFollowsARecordThatWasCutOffCanBeRead() throws IOException {
    server.answer(Bulk::accept);
    Mode.BLOCKING.ingestAll(server.client(), candidates(2), this::journaled);
    String tail = "x".repeat(2000);
    Files.writeString(file(), "{\"sent\":{\"" + tail, StandardOpenOption.APPEND);
    Mode.BLOCKING.ingestAll(server.client(), candidates(4), this::journaled);

    IngestReport again = Mode.BLOCKING.ingestAll(server.client(), candidates(4), this::journaled);

    assertThat(again.accepted())
        .hasSize(4)
        .allMatch(outcome -> outcome.matchedBy() == MatchedBy.JOURNAL);
    assertThat(Files.readString(file())).doesNotContain(tail);
    assertThat(IngestJournal.file(file())).hasToString(file().toString());
  }

  @Test
  void aHeaderThatWasCutOffIsWrittenAgain() throws IOException {
    server.answer(Bulk::accept);
    Mode.BLOCKING.ingestAll(server.client(), candidates(1), this::journaled);
    String header = Files.readAllLines(file()).get(0);

    for (int length = 0; length <= header.length(); length++) {
      Files.writeString(file(), header.substring(0, length));
      assertThat(
              Mode.BLOCKING.ingestAll(server.client(), candidates(1), this::journaled).accepted())
          .hasSize(1);
    }
  }
}
