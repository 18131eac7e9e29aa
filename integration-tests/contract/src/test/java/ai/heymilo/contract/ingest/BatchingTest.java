// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.CandidateChanges;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How inputs go out in batches, and which do not go out. */
class BatchingTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void batchesHaveAsManyCandidatesAsChosen(Mode mode) {
    server.answer(Bulk::accept);

    IngestReport report = mode.ingestAll(server.client(), candidates(7), o -> o.batchSize(3));

    assertAddsUp(report, 7);
    assertThat(report.accepted()).hasSize(7);
    assertThat(sizes()).containsExactly(3, 3, 1);
  }

  @ParameterizedTest
  @EnumSource
  void batchesHaveNoMoreBytesThanChosen(Mode mode) {
    server.answer(Bulk::accept);
    mode.ingestAll(server.client(), candidates(2), o -> {});
    int bytesOfTwo = server.requests().get(0).body().length();

    mode.ingestAll(server.client(), candidates(4), o -> o.batchBytes(bytesOfTwo));
    mode.ingestAll(server.client(), candidates(4), o -> o.batchBytes(bytesOfTwo - 1));

    assertThat(sizes()).containsExactly(2, 2, 2, 1, 1, 1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void aCandidateThatIsLongerThanABatchGoesAlone(Mode mode) {
    server.answer(Bulk::accept);

    IngestReport report = mode.ingestAll(server.client(), candidates(2), o -> o.batchBytes(1));

    assertThat(report.accepted()).hasSize(2);
    assertThat(sizes()).containsExactly(1, 1);
  }

  @Test
  void aBatchOfNothingIsRefused() {
    assertThatThrownBy(
            () -> Mode.BLOCKING.ingestAll(server.client(), candidates(1), o -> o.batchSize(0)))
        .hasMessage("batchSize must be at least 1, was 0");
    assertThatThrownBy(
            () -> Mode.ASYNC.ingestAll(server.client(), candidates(1), o -> o.batchBytes(0)))
        .hasMessage("batchBytes must be at least 1, was 0");
    assertThat(server.count()).isZero();
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    CandidateChanges unused =
        server.client().posting("P1").candidates().changes("", o -> o.maxAge(Duration.ofNanos(1)));
    Mode.BLOCKING.ingestAll(server.client(), List.of(), o -> o.settleAfter(Duration.ZERO));

    assertThatThrownBy(
            () ->
                Mode.BLOCKING.ingestAll(
                    server.client(), List.of(), o -> o.settleAfter(Duration.ofNanos(-1))))
        .hasMessage("settleAfter must not be negative, was PT-0.000000001S");
    for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      assertThatThrownBy(
              () -> server.client().posting("P1").candidates().changes("", o -> o.maxAge(none)))
          .hasMessage("maxAge must be more than zero, was " + none);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noInputIsNoRequest(Mode mode) {
    IngestReport report = mode.ingestAll(server.client(), List.of(), o -> {});

    assertAddsUp(report, 0);
    assertThat(server.count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theInputIsTakenAsItGoesOut(Mode mode) {
    AtomicInteger taken = new AtomicInteger();
    List<Integer> takenAtRequest = new ArrayList<>();
    server.answer(
        request -> {
          takenAtRequest.add(taken.get());
          return Bulk.accept(request);
        });
    Iterable<Candidate> input =
        () -> candidates(6).stream().peek(c -> taken.incrementAndGet()).iterator();

    mode.ingestAll(server.client(), input, o -> o.batchSize(2));

    assertThat(takenAtRequest).containsExactly(2, 4, 6);
  }

  @ParameterizedTest
  @EnumSource
  void aBatchThatIsTooLongGoesOutInHalves(Mode mode) {
    server.answer(
        request -> Bulk.sent(request).size() > 2 ? Answer.of(413, "") : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(7), o -> {});

    assertAddsUp(report, 7);
    assertThat(report.accepted()).hasSize(7);
    assertThat(server.requests().stream().map(Bulk::sent).filter(b -> b.size() <= 2))
        .containsExactly(
            List.of("c0", "c1"), List.of("c2", "c3"), List.of("c4", "c5"), List.of("c6"));
  }

  @ParameterizedTest
  @EnumSource
  void aCandidateThatIsTooLongByItselfIsRejectedAndNoOther(Mode mode) {
    server.answer(
        request -> Bulk.sent(request).contains("c3") ? Answer.of(413, "") : Bulk.accept(request));

    IngestReport report = mode.ingestAll(server.client(), candidates(8), o -> {});

    assertAddsUp(report, 8);
    assertThat(names(report.rejected(Rejection.REFUSED))).isEqualTo("c3");
    assertThat(report.accepted()).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource
  void anAddressThatAnEarlierInputHadIsNotSent(Mode mode) {
    server.answer(Bulk::accept);
    List<Candidate> input =
        List.of(
            Candidate.of("A", "ann@example.com"),
            Candidate.of("B", "ben@example.com"),
            Candidate.of("C", " Ann@Example.COM".strip()),
            Candidate.of("D", "BEN@example.com"));

    IngestReport report = mode.ingestAll(server.client(), input, o -> o.batchSize(2));

    assertAddsUp(report, 4);
    assertThat(names(report.rejected(Rejection.DUPLICATE))).isEqualTo("c2 c3");
    assertThat(report.rejected().get(0).reason())
        .isEqualTo("an earlier input has the same e-mail address");
    assertThat(report.rejected().get(0).input()).isSameAs(input.get(2));
    assertThat(sizes()).containsExactly(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOutOfLimitsIsNotSent(Mode mode) {
    server.answer(Bulk::accept);
    List<Candidate> input =
        Arrays.asList(
            Candidate.of("A", "not an address", c -> c.phoneNumber("030 1234")),
            null,
            Candidate.of("C", "c@example.com", c -> c.data("cv", new Object())),
            Bulk.candidate(3));

    IngestReport report = mode.ingestAll(server.client(), input, o -> {});

    assertAddsUp(report, 4);
    assertThat(names(report.rejected(Rejection.INVALID))).isEqualTo("c0 c1 c2");
    assertThat(report.rejected())
        .extracting(o -> o.reason())
        .containsExactly(
            "email must be an e-mail address; phone_number must be a phone number in E.164"
                + " format, such as +4930123456",
            "is null",
            "data.cv must be a JSON value, was java.lang.Object");
    assertThat(server.requests()).extracting(Bulk::sent).containsExactly(List.of("c3"));
  }

  @ParameterizedTest
  @EnumSource
  void aClientThatChecksNothingLeavesItToTheServer(Mode mode) {
    server.answer(Bulk::accept);
    try (var milo = server.builder().checkLimits(false).build()) {
      IngestReport report =
          mode.ingestAll(milo, List.of(Candidate.of("A", "not an address")), o -> {});

      assertThat(report.accepted()).hasSize(1);
    }
  }

  @Test
  void aStreamIsTakenAsWell() {
    server.answer(Bulk::accept);

    IngestReport blocking =
        server.client().posting("P1").candidates().ingestAll(candidates(3).stream(), o -> {});
    IngestReport async =
        server
            .client()
            .async()
            .posting("P1")
            .candidates()
            .ingestAll(candidates(3).stream(), o -> {})
            .join();

    assertThat(blocking.accepted()).hasSize(3);
    assertThat(async.accepted()).hasSize(3);
  }

  @Test
  void theBodyIsWhatTheDocumentSaysToTheByte() {
    server.answer(Bulk::accept);

    Mode.BLOCKING.ingestAll(server.client(), candidates(1), o -> {});

    Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("/api/v2/postings/P1/candidates/bulk");
    assertThat(request.body())
        .isEqualTo(
            "{\"data\":[{\"name\":\"Name 0\",\"email\":\"c0@example.com\","
                + "\"metadata\":{\"ref\":\"c0\"}}]}");
  }

  private List<Integer> sizes() {
    return server.requests().stream().map(request -> Bulk.sent(request).size()).toList();
  }
}
