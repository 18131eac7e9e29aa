// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal means for the inputs of its batch, and for those after it. */
class RefusedBatchTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void theCandidatesThatTheServerNamesAreRejectedAndTheOthersGoOutAgain(Mode mode) {
    server.answer(faultWith(List.of("c1", "c3"), i -> "\"data\"," + i + ",\"email\""));

    IngestReport report = mode.ingestAll(server.client(), candidates(5), o -> {});

    assertAddsUp(report, 5);
    assertThat(names(report.rejected(Rejection.REFUSED))).isEqualTo("c1 c3");
    assertThat(report.rejected().get(1).reason())
        .isEqualTo("the server rejected it (HTTP 422): email (value_error)");
    assertThat(names(report.accepted())).isEqualTo("c0 c2 c4");
    assertThat(server.requests())
        .extracting(Bulk::sent)
        .containsExactly(List.of("c0", "c1", "c2", "c3", "c4"), List.of("c0", "c2", "c4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"data[1].email", "data.1.email", "data/1/email", "body.data[1]", "data[1]"})
  void aNameInTheOtherShapeOfErrorsCountsAsWell(String param) {
    server.answer(
        request ->
            Bulk.sent(request).contains("c1")
                ? Answer.of(
                    422, "{\"error\":{\"message\":\"no\",\"param\":\"%s\"}}".formatted(param))
                : Bulk.accept(request));

    IngestReport report = Mode.BLOCKING.ingestAll(server.client(), candidates(3), o -> {});

    assertThat(names(report.rejected())).isEqualTo("c1");
    assertThat(server.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"400,c1", "422,c1", "409,c0 c1 c2"})
  void onlyRefusalsOfInputsNameThem(int status, String rejected) {
    server.answer(
        request ->
            Bulk.sent(request).contains("c1")
                ? Answer.of(status, Bulk.invalid(List.of("\"data\",1,\"email\"")).body())
                : Bulk.accept(request));

    IngestReport report = Mode.BLOCKING.ingestAll(server.client(), candidates(3), o -> {});

    assertThat(names(report.rejected(Rejection.REFUSED))).isEqualTo(rejected);
    assertThat(report.accepted()).hasSize(rejected.equals("c1") ? 2 : 0);
  }

  @Test
  void allFaultsOfACandidateAreNamed() {
    server.answer(
        request ->
            Bulk.sent(request).contains("c1")
                ? Bulk.invalid(List.of("\"data\",1,\"email\"", "\"data\",1,\"name\""))
                : Bulk.accept(request));

    IngestReport report = Mode.BLOCKING.ingestAll(server.client(), candidates(2), o -> {});

    assertThat(report.rejected())
        .extracting(IngestOutcome::reason)
        .containsExactly(
            "the server rejected it (HTTP 422): email (value_error), name (value_error)");
  }

  @ParameterizedTest
  @EnumSource
  void wordsOfTheServerThatMayBePersonalStayOutOfTheReason(Mode mode) {
    server.answer(
        request ->
            Bulk.sent(request).contains("c1")
                ? Bulk.invalid(List.of("\"data\",1,\"Name 1 <c1@example.com>\""))
                : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(2), o -> {});

    assertAddsUp(report, 2);
    assertThat(report.rejected().get(0).reason())
        .isEqualTo("the server rejected it (HTTP 422): a field (value_error)");
    assertThat(report.rejected().get(0).toString()).doesNotContain("example.com");
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalThatNamesNobodyIsHalvedDownToTheOneAtFault(Mode mode) {
    server.answer(
        request -> Bulk.sent(request).contains("c5") ? Answer.of(422, "{}") : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(8), o -> {});

    assertAddsUp(report, 8);
    assertThat(names(report.rejected(Rejection.REFUSED))).isEqualTo("c5");
    assertThat(report.accepted()).hasSize(7);
    assertThat(server.count()).isEqualTo(7); // 8, 4, 4, 2, 1, 1, 2
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceThatTheBatchDoesNotHaveNamesNobody(Mode mode) {
    server.answer(
        request ->
            Bulk.sent(request).contains("c0")
                ? Bulk.invalid(List.of("\"data\"," + Bulk.sent(request).size() + ",\"email\""))
                : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(2), o -> {});

    assertThat(names(report.rejected())).isEqualTo("c0");
    assertThat(names(report.accepted())).isEqualTo("c1");
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKING, 401",
    "ASYNC, 401",
    "BLOCKING, 403",
    "ASYNC, 404",
    "BLOCKING, 404",
    "ASYNC, 302"
  })
  void whatEveryRequestWouldMeetEndsTheSending(Mode mode, int status) {
    server.answer(request -> request.number() == 2 ? Answer.of(status, "") : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(6), o -> o.batchSize(2));

    assertAddsUp(report, 6);
    assertThat(names(report.accepted())).isEqualTo("c0 c1");
    assertThat(names(report.rejected(Rejection.NOT_TRIED))).isEqualTo("c2 c3 c4 c5");
    assertThat(report.rejected().get(3).reason())
        .startsWith(
            "not sent, because an earlier request failed: ingestCandidatesBulk failed with HTTP ")
        .contains(String.valueOf(status));
    assertThat(server.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"BLOCKING, 160", "ASYNC, 160", "BLOCKING, 1000", "ASYNC, 1000"})
  void partsThatWaitForTheirTurnAreNotSentEither(Mode mode, int bytes) {
    server.answer(request -> Answer.of(request.number() == 1 ? 413 : 401, ""));

    IngestReport report = mode.ingestAll(server.client(), candidates(4), o -> o.batchBytes(bytes));

    assertAddsUp(report, 4);
    assertThat(report.rejected(Rejection.NOT_TRIED)).hasSize(4);
    assertThat(server.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOutsideOfTheCandidatesEndsTheSendingAndIsNotHalved(Mode mode) {
    server.answer(
        request ->
            Answer.of(
                422,
                "{\"detail\":[{\"loc\":[\"path\",\"posting_id\"],\"msg\":\"x\",\"type\":\"x\"}]}"));

    IngestReport report = mode.ingestAll(server.client(), candidates(6), o -> o.batchSize(2));

    assertAddsUp(report, 6);
    assertThat(report.rejected(Rejection.NOT_TRIED)).hasSize(6);
    assertThat(server.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aPostingThatTakesNobodyEndsTheSending(Mode mode) {
    server.answer(
        request ->
            Answer.of(400, "{\"error\":{\"code\":\"posting_archived\",\"param\":\"posting_id\"}}"));

    IngestReport report = mode.ingestAll(server.client(), candidates(6), o -> o.batchSize(2));

    assertThat(report.rejected(Rejection.NOT_TRIED)).hasSize(6);
    assertThat(report.rejected().get(5).reason()).contains("posting_archived");
    assertThat(server.count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void a429IsWaitedForAndSentAgain(Mode mode) {
    server.answer(request -> request.number() == 1 ? Answer.of(429, "") : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(2), o -> {});

    assertThat(report.accepted()).hasSize(2);
    assertThat(server.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void a429ThatDoesNotEndLeavesTheNextBatchesAChance(Mode mode) {
    server.answer(
        request -> Bulk.sent(request).contains("c0") ? Answer.of(429, "") : Bulk.accept(request));
    try (var milo =
        server.builder().retryPolicy(ai.heymilo.transport.RetryPolicy.never()).build()) {
      IngestReport report = mode.ingestAll(milo, candidates(4), o -> o.batchSize(2));

      assertAddsUp(report, 4);
      assertThat(names(report.rejected(Rejection.NOT_TRIED))).isEqualTo("c0 c1");
      assertThat(names(report.accepted())).isEqualTo("c2 c3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachOutcomeHasItsInput(Mode mode) {
    server.answer(faultWith(List.of("c1"), i -> "\"data\"," + i));
    var input = candidates(3);

    IngestReport report = mode.ingestAll(server.client(), input, o -> {});

    assertThat(report.rejected()).extracting(IngestOutcome::input).containsExactly(input.get(1));
    assertThat(report.outcomes()).extracting(IngestOutcome::input).containsExactlyElementsOf(input);
    assertThat(Map.of("report", report))
        .hasToString("{report=3 candidates: 2 accepted, 1 rejected, 0 unknown}");
  }

  private static Function<Request, Answer> faultWith(
      List<String> bad, Function<Integer, String> location) {
    return request -> {
      List<String> sent = Bulk.sent(request);
      List<String> locations = new ArrayList<>();
      for (int i = 0; i < sent.size(); i++) {
        if (bad.contains(sent.get(i))) {
          locations.add(location.apply(i));
        }
      }
      return locations.isEmpty() ? Bulk.accept(request) : Bulk.invalid(locations);
    };
  }
}
