// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import ai.heymilo.errors.HeyMiloException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches that may have been applied, and how they are looked up. */
class UnknownFateTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @CsvSource({
    "BLOCKING, 0",
    "ASYNC, 0",
    "BLOCKING, 500",
    "ASYNC, 503",
    "BLOCKING, 408",
    "ASYNC, 201"
  })
  void aBatchInDoubtIsUnknownAndNeverSentAgainAndTheNextGoOn(Mode mode, int status) {
    server.answer(
        request ->
            request.number() == 2 ? Answer.of(status, "{\"data\":[{") : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(6), o -> o.batchSize(2));

    assertAddsUp(report, 6);
    assertThat(names(report.unknown())).isEqualTo("c2 c3");
    assertThat(report.unknown().get(0).input().email()).isEqualTo("c2@example.com");
    assertThat(names(report.accepted())).isEqualTo("c0 c1 c4 c5");
    assertThat(server.requests())
        .extracting(Bulk::sent)
        .containsExactly(List.of("c0", "c1"), List.of("c2", "c3"), List.of("c4", "c5"));
  }

  @ParameterizedTest
  @EnumSource
  void reconcilingFindsThoseThatWereTakenIn(Mode mode) {
    IngestReport report = inDoubt(mode, o -> o.correlateBy("ref"));
    server.answer(request -> Bulk.listed(List.of("c9", "c0", "c2")));

    IngestReport settled = mode.reconcile(report);

    assertAddsUp(settled, 3);
    assertThat(names(settled.accepted())).isEqualTo("c0 c2");
    assertThat(settled.accepted()).extracting(IngestOutcome::id).containsExactly("L-c0", "L-c2");
    assertThat(settled.accepted())
        .extracting(IngestOutcome::matchedBy)
        .containsOnly(MatchedBy.LISTING);
    assertThat(names(settled.rejected(Rejection.NOT_FOUND))).isEqualTo("c1");
    assertThat(settled.rejected().get(0).input().email()).isEqualTo("c1@example.com");
    assertThat(report.unknown()).hasSize(3); // stays as it is
  }

  @ParameterizedTest
  @EnumSource
  void withoutAKeyTheyAreFoundByAddressInWhateverCase(Mode mode) {
    IngestReport report = inDoubt(mode, o -> {});
    server.answer(
        request ->
            Answer.of(
                200,
                "{\"data\":[{\"interview_id\":\"L1\",\"email\":\"C1@Example.com\"}],\"pagination\":{\"has_more\":false}}"));

    IngestReport settled = mode.reconcile(report);

    assertThat(names(settled.accepted())).isEqualTo("c1");
    assertThat(settled.unknown()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatSeveralShareIsNoProof(Mode mode) {
    server.answer(request -> Answer.hangUp());
    List<Candidate> input =
        List.of(
            Candidate.of("A", "a@example.com", c -> c.metadata("ref", "same")),
            Candidate.of("B", "b@example.com", c -> c.metadata("ref", "same")));
    IngestReport report =
        mode.ingestAll(
            server.client(), input, o -> o.correlateBy("ref").settleAfter(Duration.ZERO));
    server.answer(
        request ->
            Answer.of(
                200,
                "{\"data\":[{\"interview_id\":\"L1\",\"email\":\"a@example.com\",\"metadata\":{\"ref\":\"same\"}}],"
                    + "\"pagination\":{\"has_more\":false}}"));

    IngestReport settled = mode.reconcile(report);

    assertThat(names(settled.accepted())).isEqualTo("c0");
    assertThat(names(settled.rejected())).isEqualTo("c1");
  }

  @ParameterizedTest
  @EnumSource
  void lookingEndsWhenAllAreFoundAndReadsLongPages(Mode mode) {
    IngestReport report = inDoubt(mode, o -> {});
    int before = server.count();
    server.answer(
        request ->
            Answer.of(
                200,
                Bulk.listed(List.of("c2", "c1", "c0"))
                    .body()
                    .replace("\"has_more\":false", "\"has_more\":true")));

    IngestReport settled = mode.reconcile(report);

    assertThat(settled.accepted()).hasSize(3);
    assertThat(server.count()).isEqualTo(before + 1);
    assertThat(server.requests().get(before).url())
        .isEqualTo("/api/v2/postings/P1/candidates?limit=100");
  }

  @ParameterizedTest
  @EnumSource
  void withoutUnknownsThereIsNothingToAsk(Mode mode) {
    server.answer(Bulk::accept);
    IngestReport report = mode.ingestAll(server.client(), candidates(2), o -> {});

    assertThat(mode.reconcile(report)).isSameAs(report);
    assertThat(server.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aListThatCannotBeReadLeavesTheReportAsItIs(Mode mode) {
    IngestReport report = inDoubt(mode, o -> {});
    server.answer(request -> Answer.of(404, ""));

    assertThatThrownBy(() -> mode.reconcile(report)).isInstanceOf(HeyMiloException.class);
    assertThat(report.unknown()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotListedYetMayStillBeInTheQueue(Mode mode) {
    server.answer(request -> Answer.hangUp());
    IngestReport report = mode.enqueueAll(server.client(), candidates(2), o -> {});
    server.answer(request -> Bulk.listed(List.of("c1")));

    IngestReport settled = mode.reconcile(report);

    assertAddsUp(settled, 2);
    assertThat(names(settled.accepted())).isEqualTo("c1");
    assertThat(names(settled.unknown())).isEqualTo("c0");
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatNeverLeftIsNotInDoubt(Mode mode) {
    var milo = server.client();
    server.stop();

    IngestReport report = mode.ingestAll(milo, candidates(2), o -> o.batchSize(1));

    assertAddsUp(report, 2);
    assertThat(report.rejected(Rejection.NOT_TRIED))
        .hasSize(2)
        .as("each batch was tried")
        .noneMatch(outcome -> outcome.reason().startsWith("not sent"));
  }

  @Test
  void aSingleIngestInDoubtIsNotRepeated() {
    AtomicBoolean applied = new AtomicBoolean();
    server.answer(
        request -> {
          applied.set(true);
          return Answer.hangUp();
        });

    assertThatThrownBy(
            () -> server.client().posting("P1").candidates().ingest("A", "a@example.com"))
        .isInstanceOf(ai.heymilo.errors.AmbiguousWriteException.class);
    assertThat(server.count()).isEqualTo(1);
  }

  private IngestReport inDoubt(
      Mode mode, java.util.function.Consumer<ai.heymilo.candidates.IngestOptions> options) {
    Function<Request, Answer> hangUp = request -> Answer.hangUp();
    server.answer(hangUp);
    IngestReport report =
        mode.ingestAll(
            server.client(), candidates(3), o -> options.accept(o.settleAfter(Duration.ZERO)));
    assertThat(report.unknown()).hasSize(3);
    return report;
  }
}
