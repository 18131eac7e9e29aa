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
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.InvalidRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's queue, and taking in one candidate. */
class QueueTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void aReceiptStandsForEachOfItsBatch(Mode mode) {
    server.answer(request -> receipt("Q" + request.number()));

    IngestReport report = mode.enqueueAll(server.client(), candidates(3), o -> o.batchSize(2));

    assertAddsUp(report, 3);
    assertThat(report.outcomes()).extracting(IngestOutcome::id).containsExactly("Q1", "Q1", "Q2");
    assertThat(report.outcomes())
        .extracting(IngestOutcome::matchedBy)
        .containsOnly(MatchedBy.QUEUE_RECEIPT);
    assertThat(server.requests())
        .extracting(request -> request.url())
        .containsOnly("/api/v2/postings/P1/candidates/bulk/async");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithoutReceiptLeavesTheBatchInDoubt(Mode mode) {
    server.answer(
        request -> request.number() == 1 ? Answer.of(202, "{}") : receipt("Q" + request.number()));

    IngestReport report = mode.enqueueAll(server.client(), candidates(4), o -> o.batchSize(2));

    assertAddsUp(report, 4);
    assertThat(names(report.unknown())).isEqualTo("c0 c1");
    assertThat(names(report.accepted())).isEqualTo("c2 c3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"ingestion_id\":null}", "{\"ingestion_id\":\" \"}"})
  void aReceiptWithoutAnIdIsNone(String receipt) {
    server.answer(request -> Answer.of(202, "{\"data\":" + receipt + "}"));

    IngestReport report = Mode.BLOCKING.enqueueAll(server.client(), candidates(1), o -> {});

    assertThat(report.unknown())
        .extracting(IngestOutcome::reason)
        .containsExactly("the server sent no ingestion_id");
  }

  @ParameterizedTest
  @EnumSource
  void aBatchInDoubtIsNotQueuedAgain(Mode mode) {
    server.answer(request -> Answer.hangUp());

    IngestReport report = mode.enqueueAll(server.client(), candidates(3), o -> o.batchSize(2));

    assertThat(report.unknown()).hasSize(3);
    assertThat(server.requests())
        .extracting(Bulk::sent)
        .containsExactly(List.of("c0", "c1"), List.of("c2"));
  }

  @Test
  void oneIsTakenIn() {
    server.answer(
        request ->
            Answer.of(201, "{\"data\":{\"interview_id\":\"I1\",\"interview_url\":\"https://x\"}}"));
    var candidates = server.client().posting("P1").candidates();
    var async = server.client().async().posting("P1").candidates();

    assertThat(candidates.ingest("A", "a@example.com").getInterviewId()).isEqualTo("I1");
    assertThat(async.ingest("A", "a@example.com").join().getInterviewId()).isEqualTo("I1");

    assertThat(server.requests())
        .extracting(request -> request.url() + " " + request.body())
        .containsOnly(
            "/api/v2/postings/P1/candidates {\"name\":\"A\",\"email\":\"a@example.com\"}");
  }

  @Test
  void oneIsQueued() {
    server.answer(request -> receipt("Q1"));
    var candidates = server.client().posting("P1").candidates();
    var async = server.client().async().posting("P1").candidates();

    assertThat(candidates.enqueue("A", "a@example.com", c -> c.phoneNumber("+4930123456")))
        .satisfies(queued -> assertThat(queued.getIngestionId()).isEqualTo("Q1"));
    async.enqueue("A", "a@example.com", c -> c.phoneNumber("+4930123456")).join();

    assertThat(server.requests())
        .extracting(request -> request.url() + " " + request.body())
        .containsOnly(
            "/api/v2/postings/P1/candidates/async {\"name\":\"A\",\"email\":\"a@example.com\","
                + "\"phone_number\":\"+4930123456\"}");
  }

  @Test
  void aCandidateTellsWhoItIsOnlyIfAsked() {
    Candidate ada = Candidate.of("Ada", "ada@example.com", c -> c.metadata("ref", "1"));

    assertThat(ada.name() + ada.email() + ada.metadata("ref")).isEqualTo("Adaada@example.com1");
    assertThat(ada).hasToString("Candidate");
  }

  @Test
  void oneOutOfLimitsIsRefusedBeforeAnyRequest() {
    Candidate wrong = Candidate.of("A", "nowhere");
    var candidates = server.client().posting("P1").candidates();
    var async = server.client().async().posting("P1").candidates();

    assertThatThrownBy(() -> candidates.ingest(wrong))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("ingestCandidate was not sent: email must be an e-mail address");
    assertThatThrownBy(() -> candidates.enqueue(wrong)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> async.ingest(wrong).join())
        .hasCauseInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> async.enqueue(wrong).join())
        .hasCauseInstanceOf(InvalidRequestException.class);
    assertThat(server.count()).isZero();
  }

  @Test
  void oneInDoubtIsNotSentAgain() {
    server.answer(request -> Answer.hangUp());
    var candidates = server.client().posting("P1").candidates();

    assertThatThrownBy(() -> candidates.ingest("A", "a@example.com"))
        .isInstanceOf(AmbiguousWriteException.class)
        .hasMessageNotContaining("a@example.com");
    assertThat(server.count()).isEqualTo(1);
  }

  private static Answer receipt(String id) {
    return Answer.of(
        202, "{\"data\":{\"ingestion_id\":\"%s\",\"status\":\"queued\"}}".formatted(id));
  }
}
