// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.PagingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is taken for somebody else. */
class IdentityTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void somebodyElseWithTheSameKeyIsNotTheUnknownInput(Mode mode) {
    server.answer(request -> Answer.hangUp());
    List<Candidate> input =
        List.of(Candidate.of("B", "b@example.com", c -> c.metadata("row", "3")));
    IngestReport report =
        mode.ingestAll(
            server.client(), input, o -> o.correlateBy("row").settleAfter(Duration.ZERO));
    server.answer(request -> listed("I-of-last-month", "a@example.com", "row", "3"));

    IngestReport settled = mode.reconcile(report);

    assertThat(settled.accepted()).isEmpty();
    assertThat(names(settled.rejected(Rejection.NOT_FOUND))).isEqualTo("c0");
  }

  @ParameterizedTest
  @EnumSource
  void noInterviewIsCountedForTwoInputs(Mode mode) {
    server.answer(r -> r.number() == 1 ? reply("I-a", "ref", "same") : Answer.hangUp());
    List<Candidate> input =
        List.of(
            Candidate.of("A", "a@example.com", c -> c.metadata("ref", "same")),
            Candidate.of("B", "b@example.com", c -> c.metadata("ref", "same")));
    IngestReport report =
        mode.ingestAll(
            server.client(),
            input,
            o -> o.batchSize(1).correlateBy("ref").settleAfter(Duration.ZERO));
    server.answer(request -> listed("I-a", "a@example.com", "ref", "same"));

    IngestReport settled = mode.reconcile(report);

    assertThat(settled.accepted()).extracting(IngestOutcome::id).containsExactly("I-a");
    assertThat(names(settled.rejected(Rejection.NOT_FOUND))).isEqualTo("c1");
  }

  @ParameterizedTest
  @CsvSource({"same,other,c0", "same,same,''"})
  void anEntryWithoutAddressIsFoundByAKeyThatOneInputHas(String key, String next, String found) {
    server.answer(request -> Answer.hangUp());
    List<Candidate> input =
        List.of(
            Candidate.of("A", "a@example.com", c -> c.metadata("ref", key)),
            Candidate.of("B", "b@example.com", c -> c.metadata("ref", next)));
    IngestReport report =
        Mode.BLOCKING.ingestAll(
            server.client(), input, o -> o.correlateBy("ref").settleAfter(Duration.ZERO));
    server.answer(
        request -> Bulk.lastPage("{\"interview_id\":\"L\",\"metadata\":{\"ref\":\"same\"}}"));

    IngestReport settled = Mode.BLOCKING.reconcile(report);

    assertThat(names(settled.accepted())).isEqualTo(found);
    assertThat(settled.unknown()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anEntryWithoutAnIdIsAnErrorNotAnAbsence(Mode mode) {
    server.answer(request -> Answer.hangUp());
    IngestReport report = mode.ingestAll(server.client(), candidates(1), o -> {});
    server.answer(request -> Bulk.lastPage("{\"email\":\"c0@example.com\"}"));

    assertThatThrownBy(() -> mode.reconcile(report)).isInstanceOf(PagingException.class);
    assertThat(names(report.unknown())).isEqualTo("c0");
  }

  @ParameterizedTest
  @EnumSource
  void aListWithoutHasMoreHasNoEnd(Mode mode) {
    server.answer(request -> Answer.hangUp());
    IngestReport report = mode.ingestAll(server.client(), candidates(1), o -> {});
    server.answer(request -> Answer.of(200, "{\"data\":[],\"pagination\":{}}"));

    assertThatThrownBy(() -> mode.reconcile(report))
        .isInstanceOf(PagingException.class)
        .hasMessage("listCandidates stopped: the server sent no has_more");
  }

  @ParameterizedTest
  @EnumSource
  void anInterviewThatIsListedForTwoAddressesIsNobodys(Mode mode) {
    server.answer(request -> Answer.hangUp());
    IngestReport report =
        mode.ingestAll(server.client(), candidates(2), o -> o.settleAfter(Duration.ZERO));
    server.answer(
        request ->
            Bulk.lastPage(
                "{\"interview_id\":\"L\",\"email\":\"c0@example.com\"},"
                    + "{\"interview_id\":\"L\",\"email\":\"c1@example.com\"}"));

    assertThat(names(mode.reconcile(report).unknown())).isEqualTo("c0 c1");
  }

  @ParameterizedTest
  @EnumSource
  void aCursorThatIsIncludedGivesEachOnce(Mode mode) {
    server.answer(
        request ->
            request.url().contains("starting_after=L-c1")
                ? Bulk.listed(List.of("c1", "c2"))
                : Answer.of(200, Bulk.listed(List.of("c0", "c1")).body().replace("false", "true")));

    assertThat(server.client().posting("P1").candidates().list())
        .extracting(candidate -> candidate.getInterviewId())
        .containsExactly("L-c0", "L-c1", "L-c2");
  }

  @ParameterizedTest
  @EnumSource
  void metadataWithMoreThanWasSentShowsTheOrderToo(Mode mode) {
    String item = "{\"interview_id\":\"I-%1$s\",\"metadata\":{\"ref\":\"%1$s\",\"via\":\"api\"}}";
    server.answer(
        request ->
            Answer.of(
                201, "{\"data\":[" + item.formatted("c1") + "," + item.formatted("c0") + "]}"));

    IngestReport report = mode.ingestAll(server.client(), candidates(2), o -> {});

    assertThat(report.unknown()).hasSize(2);
  }

  private static Answer reply(String id, String key, String value) {
    return Answer.of(
        201,
        "{\"data\":[{\"interview_id\":\"%s\",\"metadata\":{\"%s\":\"%s\"}}]}"
            .formatted(id, key, value));
  }

  private static Answer listed(String id, String email, String key, String value) {
    return Bulk.lastPage(
        "{\"interview_id\":\"%s\",\"email\":\"%s\",\"metadata\":{\"%s\":\"%s\"}}"
            .formatted(id, email, key, value));
  }
}
