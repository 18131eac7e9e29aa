// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.InvalidRequestException;
import ai.heymilo.errors.PagingException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nulls where there are none. */
class NullsTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void aNullInTheListIsAnErrorBecauseNothingCanBeConcludedFromIt(Mode mode) {
    server.answer(request -> Answer.hangUp());
    IngestReport report = mode.ingestAll(server.client(), candidates(1), o -> {});
    server.answer(
        request -> Bulk.lastPage("null,{\"interview_id\":\"L\",\"email\":\"c0@example.com\"}"));

    assertThatThrownBy(() -> mode.reconcile(report))
        .isInstanceOf(PagingException.class)
        .hasMessage(
            "listCandidates stopped: the server sent an item that is null or has no interview_id");
    assertThat(names(report.unknown())).isEqualTo("c0");
  }

  @ParameterizedTest
  @EnumSource
  void aMetadataKeyThatIsNullIsAFinding(Mode mode) {
    server.answer(Bulk::accept);
    Candidate bad =
        Candidate.of("B", "b@example.com", c -> c.metadata(Collections.singletonMap(null, "x")));

    IngestReport report =
        mode.ingestAll(
            server.client(), List.of(Bulk.candidate(0), bad, Bulk.candidate(1)), o -> {});

    assertAddsUp(report, 3);
    assertThat(names(report.rejected(Rejection.INVALID))).isEqualTo("c1");
    assertThatThrownBy(() -> server.client().posting("P1").candidates().ingest(bad))
        .isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @EnumSource
  void anEntryWithoutAddressIsNobodyWhoIsLookedFor(Mode mode) {
    server.answer(request -> Answer.hangUp());
    IngestReport report =
        mode.ingestAll(server.client(), candidates(1), o -> o.settleAfter(Duration.ZERO));
    server.answer(request -> Bulk.lastPage("{\"interview_id\":\"L\"}"));

    assertThat(names(mode.reconcile(report).rejected())).isEqualTo("c0");
  }
}
