// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.IngestAbortedException;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.contract.testkit.ScriptedServer;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A journal that stops working in the middle of an ingestion. */
@Timeout(60)
class FailingJournalTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void aJournalThatFailsLaterEndsTheIngestionBeforeTheNextBatch(Mode mode) {
    server.answer(Bulk::accept);
    Failing journal = new Failing(3); // header, sent, accepted, and then no more

    assertThatThrownBy(
            () ->
                mode.ingestAll(
                    server.client(), candidates(4), o -> o.batchSize(2).journal(journal)))
        .isInstanceOfSatisfying(
            IngestAbortedException.class,
            e -> {
              assertAddsUp(e.report(), 4);
              assertThat(names(e.report().accepted())).isEqualTo("c0 c1");
              assertThat(names(e.report().rejected(Rejection.NOT_TRIED))).isEqualTo("c2 c3");
            })
        .hasMessageContaining("the journal could not be written: disk");
    assertThat(server.count()).isEqualTo(1);
    assertThat(journal.isOpen).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatCannotBeRecordedIsReportedAllTheSame(Mode mode) {
    server.answer(Bulk::accept);

    assertThatThrownBy(
            () -> mode.ingestAll(server.client(), candidates(2), o -> o.journal(new Failing(2))))
        .isInstanceOfSatisfying(
            IngestAbortedException.class,
            e -> assertThat(names(e.report().accepted())).isEqualTo("c0 c1"));
  }

  @ParameterizedTest
  @EnumSource
  void aJournalThatCannotBeClosedIsReported(Mode mode) {
    server.answer(Bulk::accept);
    Failing journal = new Failing(99);
    journal.closes = false;

    assertThatThrownBy(
            () -> mode.ingestAll(server.client(), candidates(2), o -> o.journal(journal)))
        .isInstanceOfSatisfying(
            IngestAbortedException.class,
            e -> assertThat(names(e.report().accepted())).isEqualTo("c0 c1"))
        .hasMessageContaining("the journal could not be closed: disk");
  }

  @ParameterizedTest
  @EnumSource
  void thatItCannotBeClosedEitherDoesNotHideWhyItFailed(Mode mode) {
    server.answer(Bulk::accept);
    Failing journal = new Failing(2);
    journal.closes = false;

    assertThatThrownBy(
            () -> mode.ingestAll(server.client(), candidates(2), o -> o.journal(journal)))
        .hasMessageContaining("the journal could not be written: disk")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .asString()
                    .contains("the journal could not be closed: disk"));
  }

  /** Stores so many records, and then fails. */
  private static final class Failing implements IngestJournal {
    private int left;
    private boolean isOpen;
    private boolean closes = true;

    Failing(int records) {
      this.left = records;
    }

    @Override
    public void open(Consumer<? super String> reader) {
      isOpen = true;
    }

    @Override
    public void append(String record) throws IOException {
      if (left-- == 0) {
        throw new IOException("disk");
      }
    }

    @Override
    public void close() throws IOException {
      isOpen = false;
      if (!closes) {
        throw new IOException("disk");
      }
    }
  }
}
