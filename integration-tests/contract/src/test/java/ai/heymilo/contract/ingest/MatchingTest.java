// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.bareReply;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static ai.heymilo.contract.ingest.Bulk.reply;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which item of a reply belongs to which input. */
class MatchingTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @Test
  void aShuffledReplyIsMatchedByTheKey() {
    server.answer(request -> reply(List.of("c2", "c0", "c1")));

    IngestReport report = ingest(candidates(3), MatchingTest::byRef);

    assertThat(report.outcomes())
        .extracting(IngestOutcome::id)
        .containsExactly("I-c0", "I-c1", "I-c2");
    assertThat(report.outcomes())
        .extracting(IngestOutcome::interviewUrl)
        .containsExactly("https://x/c0", "https://x/c1", "https://x/c2");
    assertThat(report.outcomes())
        .extracting(IngestOutcome::matchedBy)
        .containsOnly(MatchedBy.METADATA_KEY);
  }

  @Test
  void aShortReplyIsMatchedByTheKeyAsFarAsItGoes() {
    server.answer(request -> reply(List.of("c2", "c0")));

    IngestReport report = ingest(candidates(3), MatchingTest::byRef);

    assertAddsUp(report, 3);
    assertThat(names(report.accepted())).isEqualTo("c0 c2");
    assertThat(names(report.unknown())).isEqualTo("c1");
    assertThat(report.unknown().get(0).reason())
        .isEqualTo("the server acknowledged 2 of 3, and not clearly this one");
  }

  @Test
  void withoutAKeyAReplyOfTheSameLengthIsMatchedByPosition() {
    server.answer(request -> bareReply(List.of("c0", "c1", "c2")));

    IngestReport report = ingest(candidates(3), o -> {});

    assertThat(report.outcomes())
        .extracting(IngestOutcome::id)
        .containsExactly("I-c0", "I-c1", "I-c2");
    assertThat(report.outcomes())
        .extracting(IngestOutcome::matchedBy)
        .containsOnly(MatchedBy.POSITION);
  }

  @Test
  void withoutAKeyAReplyOfAnotherLengthSaysNothing() {
    server.answer(request -> bareReply(List.of("c0", "c1")));

    IngestReport report = ingest(candidates(3), o -> {});

    assertAddsUp(report, 3);
    assertThat(report.unknown()).hasSize(3);
  }

  @Test
  void aLongerReplyIsMatchedByTheKeyAlone() {
    server.answer(request -> reply(List.of("x", "c1", "c0", "y")));

    IngestReport report = ingest(candidates(2), MatchingTest::byRef);

    assertThat(report.outcomes()).extracting(IngestOutcome::id).containsExactly("I-c0", "I-c1");
  }

  @Test
  void metadataThatBelongsToAnotherPositionShowsThatPositionsMeanNothing() {
    server.answer(request -> reply(List.of("c1", "c0", "c2")));

    IngestReport report = ingest(candidates(3), o -> {});

    assertAddsUp(report, 3);
    assertThat(report.unknown()).hasSize(3);
  }

  @Test
  void anInputWithoutTheKeyIsNotMatchedByPositionInAShuffledReply() {
    List<Candidate> input =
        List.of(
            Bulk.candidate(0),
            Candidate.of("B", "c1@example.com"),
            Candidate.of("C", "c2@example.com"));
    server.answer(
        request ->
            Answer.of(
                201,
                "{\"data\":[{\"interview_id\":\"I-c2\"},"
                    + "{\"interview_id\":\"I-c0\",\"metadata\":{\"ref\":\"c0\"}},"
                    + "{\"interview_id\":\"I-c1\"}]}"));

    IngestReport report = ingest(input, MatchingTest::byRef);

    assertAddsUp(report, 3);
    assertThat(report.accepted()).extracting(IngestOutcome::id).containsExactly("I-c0");
    assertThat(names(report.unknown())).isEqualTo("c1 c2");
  }

  @Test
  void aKeyThatSeveralShareMatchesNobodyOnceKeysAreEchoed() {
    server.answer(
        request ->
            Answer.of(
                201,
                reply(List.of("c0", "c1", "c2"))
                    .body()
                    .replace("\"ref\":\"c1\"", "\"ref\":\"c0\"")));
    List<Candidate> input =
        List.of(
            Bulk.candidate(0),
            Candidate.of("B", "b@example.com", c -> c.metadata("ref", "c0")),
            Bulk.candidate(2));

    IngestReport report = ingest(input, MatchingTest::byRef);

    assertThat(names(report.unknown())).isEqualTo("c0 c1");
    assertThat(report.accepted()).extracting(IngestOutcome::id).containsExactly("I-c2");
  }

  @Test
  void anItemWithoutKeyIsNotMatchedByPositionOnceOthersHaveKeys() {
    server.answer(
        request ->
            Answer.of(
                201,
                "{\"data\":[{\"interview_id\":\"I-c1\"},"
                    + "{\"interview_id\":\"I-c2\",\"metadata\":{\"ref\":\"c2\"}},"
                    + "{\"interview_id\":\"I-c0\",\"metadata\":{\"ref\":\"c0\"}}]}"));

    IngestReport report = ingest(candidates(3), MatchingTest::byRef);

    assertThat(names(report.unknown())).isEqualTo("c1");
    assertThat(report.accepted()).extracting(IngestOutcome::id).containsExactly("I-c0", "I-c2");
  }

  @Test
  void oneInterviewIsNotTwoCandidates() {
    String items = "{\"interview_id\":\"I-1\"},{\"interview_id\":\"I-1\"},{\"interview_id\":\" \"}";
    server.answer(request -> Answer.of(201, "{\"data\":[" + items + "]}"));

    IngestReport report = ingest(candidates(3), o -> {});

    assertAddsUp(report, 3);
    assertThat(report.unknown())
        .extracting(IngestOutcome::reason)
        .containsExactly(
            "the server sent one interview_id for several candidates",
            "the server sent one interview_id for several candidates",
            "the server sent no interview_id");
  }

  @Test
  void oneInterviewIsNotTwoCandidatesOfDifferentBatches() {
    server.answer(request -> Answer.of(201, "{\"data\":[{\"interview_id\":\"I-1\"}]}"));

    IngestReport report = ingest(candidates(2), o -> o.batchSize(1));

    assertAddsUp(report, 2);
    assertThat(names(report.accepted())).isEqualTo("c0");
    assertThat(report.unknown().get(0).reason())
        .isEqualTo("the server sent the interview_id of another candidate");
  }

  @Test
  void aKeyThatSeveralItemsShareMatchesNobodyInAShortReply() {
    server.answer(request -> reply(List.of("c0", "c0")));

    IngestReport report = ingest(candidates(3), MatchingTest::byRef);

    assertThat(report.unknown()).hasSize(3);
  }

  @Test
  void aKeyThatItemsOfTwoInterviewsShareMatchesNobody() {
    answerItems(item("I-1", "c0"), item("I-2", "c0"));

    IngestReport report = ingest(candidates(3), MatchingTest::byRef);

    assertThat(names(report.unknown())).isEqualTo("c0 c1 c2");
  }

  @Test
  void aKeyThatTwoInputsShareMatchesNeither() {
    answerItems(item("I-1", "c0"));
    List<Candidate> input =
        List.of(
            Bulk.candidate(0), Candidate.of("B", "b@example.com", c -> c.metadata("ref", "c0")));

    IngestReport report = ingest(input, MatchingTest::byRef);

    assertThat(names(report.unknown())).isEqualTo("c0 c1");
  }

  @Test
  void aKeyAtAnotherPositionShowsTheOrderEvenIfOtherMetadataWasChanged() {
    answerItems(
        "{\"interview_id\":\"I-b\"}",
        "{\"interview_id\":\"I-a\",\"metadata\":{\"ref\":\"a\",\"note\":\"cut\"}}");
    List<Candidate> input =
        List.of(
            Candidate.of(
                "A", "a@example.com", c -> c.metadata("ref", "a").metadata("note", "cut off")),
            Candidate.of("B", "b@example.com"));

    IngestReport report = ingest(input, MatchingTest::byRef);

    assertThat(report.accepted()).extracting(IngestOutcome::id).containsExactly("I-a");
    assertThat(names(report.unknown())).isEqualTo("c1");
  }

  @Test
  void aKeyAtItsOwnPositionLeavesPositionsTheirMeaning() {
    answerItems(item("I-a", "c0"), "{\"interview_id\":\"I-b\"}");
    List<Candidate> input = List.of(Bulk.candidate(0), Candidate.of("B", "b@example.com"));

    IngestReport report = ingest(input, MatchingTest::byRef);

    assertThat(report.accepted()).extracting(IngestOutcome::id).containsExactly("I-a", "I-b");
  }

  @Test
  void anItemThatNamesSomethingElseDoesNotBelongToItsPosition() {
    server.answer(request -> reply(List.of("other", "c1")));

    IngestReport report = ingest(candidates(2), MatchingTest::byRef);

    assertThat(names(report.unknown())).isEqualTo("c0");
    assertThat(names(report.accepted())).isEqualTo("c1");
  }

  @Test
  void anItemWithoutIdIsNoAcknowledgement() {
    server.answer(request -> Answer.of(201, "{\"data\":[{\"interview_url\":\"u\"},null]}"));

    IngestReport report = ingest(candidates(2), o -> {});

    assertAddsUp(report, 2);
    assertThat(report.unknown()).hasSize(2);
  }

  @Test
  void aReplyWithoutDataIsNoAcknowledgement() {
    server.answer(request -> Answer.of(201, "{}"));

    IngestReport report = ingest(candidates(2), o -> {});

    assertAddsUp(report, 2);
    assertThat(report.unknown()).hasSize(2);
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void onceAnItemHasTheKeyAnotherWithoutItIsNobodys() {
    answerItems(item("I-0", "c0"), "{\"interview_id\":\"I-1\"}");

    IngestReport report = ingest(candidates(2), MatchingTest::byRef);

    assertThat(names(report.accepted())).isEqualTo("c0");
    assertThat(names(report.unknown())).isEqualTo("c1");
  }

  @Test
  void anItemWithAKeyThatNobodyHasIsNotMatchedToAnInputWithoutOne() {
    answerItems(item("I-0", "c0"), item("I-1", "c9"));
    List<Candidate> input = List.of(Bulk.candidate(0), Candidate.of("B", "b@example.com"));

    IngestReport report = ingest(input, MatchingTest::byRef);

    assertThat(names(report.accepted())).isEqualTo("c0");
    assertThat(names(report.unknown())).isEqualTo("c1");
  }

  private void answerItems(String... items) {
    server.answer(request -> Answer.of(201, "{\"data\":[" + String.join(",", items) + "]}"));
  }

  private static String item(String id, String ref) {
    return "{\"interview_id\":\"%s\",\"metadata\":{\"ref\":\"%s\"}}".formatted(id, ref);
  }

  private IngestReport ingest(List<Candidate> input, Consumer<IngestOptions> options) {
    return Mode.BLOCKING.ingestAll(server.client(), input, options);
  }

  private static void byRef(IngestOptions options) {
    options.correlateBy("ref");
  }
}
