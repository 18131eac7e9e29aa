// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestAbortedException;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.errors.InvalidRequestException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad row costs one row. */
@Timeout(60)
class BadRowsTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  static Stream<Arguments> bad() {
    Map<String, Object> itself = new HashMap<>();
    itself.put("itself", itself);
    Map<String, Object> throwing =
        new AbstractMap<>() {
          @Override
          public Set<Map.Entry<String, Object>> entrySet() {
            throw new IllegalStateException("the database is closed, Ada");
          }
        };
    return Stream.of(
            Arguments.of("throws", throwing),
            Arguments.of("contains itself", itself),
            Arguments.of("is nested too deep to be written", nested(5000)),
            Arguments.of("is nested too deep to be read back", nested(300)),
            Arguments.of("has half a surrogate pair", "Ad\ud800a"),
            Arguments.of("is a float NaN", Float.NaN),
            Arguments.of("has an infinite double", List.of(Map.of("x", Double.POSITIVE_INFINITY))),
            Arguments.of("is no JSON", new Object()),
            Arguments.of("is a date", LocalDate.EPOCH))
        .flatMap(
            row ->
                Stream.of(Mode.values())
                    .map(mode -> Arguments.of(mode, row.get()[0], row.get()[1])));
  }

  private static Object nested(int levels) {
    Object deep = List.of();
    for (int i = 0; i < levels; i++) {
      deep = List.of(deep);
    }
    return deep;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("bad")
  void dataThatCannotBeSentIsAnOutcomeAndAllOthersGoOn(Mode mode, String what, Object value) {
    server.answer(Bulk::accept);
    Candidate bad = Candidate.of("B", "b@example.com", c -> c.data("cv", value));

    IngestReport report =
        mode.ingestAll(
            server.client(), List.of(Bulk.candidate(0), bad, Bulk.candidate(2)), o -> {});

    assertAddsUp(report, 3);
    assertThat(names(report.rejected(Rejection.INVALID))).isEqualTo("c1");
    assertThat(report.rejected().get(0).reason()).startsWith("data").doesNotContain("Ada");
    assertThat(names(report.accepted())).isEqualTo("c0 c2");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("bad")
  void aSingleIngestFindsItBeforeSending(Mode mode, String what, Object value) {
    var candidates = server.client().posting("P1").candidates();

    assertThatThrownBy(() -> candidates.ingest("B", "b@example.com", c -> c.data("cv", value)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("was not sent: data")
        .hasMessageNotContaining("Ada");
    assertThat(server.count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anAddressOfTwoThousandLabelsIsAnOutcome(Mode mode) {
    server.answer(Bulk::accept);
    Candidate bad = Candidate.of("B", "b@" + "x.".repeat(20_000) + " com");

    IngestReport report = mode.ingestAll(server.client(), List.of(Bulk.candidate(0), bad), o -> {});

    assertAddsUp(report, 2);
    assertThat(names(report.rejected(Rejection.INVALID))).isEqualTo("c1");
  }

  @ParameterizedTest
  @EnumSource
  void aRowForWhichTheInputThrowsIsAnOutcomeAndAllOthersGoOn(Mode mode) {
    server.answer(Bulk::accept);
    Iterable<Candidate> input =
        () ->
            IntStream.range(0, 7)
                .mapToObj(
                    i -> {
                      if (i % 3 == 1) {
                        throw new IllegalArgumentException("Ada has no address");
                      }
                      return Bulk.candidate(i);
                    })
                .iterator();

    IngestReport report = mode.ingestAll(server.client(), input, o -> o.batchSize(2));

    assertAddsUp(report, 7);
    assertThat(report.rejected(Rejection.INVALID))
        .extracting(IngestOutcome::reason)
        .containsOnly("the input threw java.lang.IllegalArgumentException here");
    assertThat(names(report.rejected())).isEqualTo("c1 c4");
    assertThat(names(report.accepted())).isEqualTo("c0 c2 c3 c5 c6");
  }

  @ParameterizedTest
  @EnumSource
  void anInputThatThrowsHasFailedTheHundredthTimeInARow(Mode mode) {
    server.answer(Bulk::accept);

    IngestReport report =
        mode.ingestAll(server.client(), throwingBetween(99, Bulk.candidate(0), 99), o -> {});

    assertAddsUp(report, 199);
    assertThat(names(report.accepted())).isEqualTo("c99");
    assertThatThrownBy(
            () -> mode.ingestAll(server.client(), throwingBetween(1, null, 100), o -> {}))
        .isInstanceOfSatisfying(
            IngestAbortedException.class, e -> assertAddsUp(e.report(), 2)) // 100 are its failure
        .hasRootCauseMessage("row");
  }

  /** Throws so often, has a candidate, and throws again. */
  private static Iterable<Candidate> throwingBetween(int before, Candidate one, int after) {
    return () ->
        IntStream.range(0, before + 1 + after)
            .mapToObj(
                i -> {
                  if (i != before) {
                    throw new IllegalStateException("row");
                  }
                  return one;
                })
            .iterator();
  }

  @Test
  void theSameForAStream() {
    server.answer(Bulk::accept);
    Stream<Candidate> input =
        Stream.of(0, 1, 2, 3).map(i -> i == 3 ? Bulk.candidate(0 / (i - 3)) : Bulk.candidate(i));

    IngestReport report =
        server.client().posting("P1").candidates().ingestAll(input, o -> o.batchSize(2));

    assertAddsUp(report, 4);
    assertThat(names(report.accepted())).isEqualTo("c0 c1 c2");
    assertThat(report.rejected().get(0).reason()).contains("ArithmeticException");
  }

  @ParameterizedTest
  @EnumSource
  void rowsAtTheEndThatThrowAreOutcomesToo(Mode mode) {
    server.answer(Bulk::accept);
    Iterator<Integer> rows = List.of(0, 1, 2).iterator();
    Iterable<Candidate> input =
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return rows.hasNext();
              }

              @Override
              public Candidate next() {
                int row = rows.next();
                if (row > 0) {
                  throw new IllegalStateException();
                }
                return Bulk.candidate(row);
              }
            };

    IngestReport report = mode.ingestAll(server.client(), input, o -> {});

    assertAddsUp(report, 3);
    assertThat(names(report.accepted())).isEqualTo("c0");
  }

  @ParameterizedTest
  @EnumSource
  void numbersBeyondDoubleAreSent(Mode mode) {
    server.answer(Bulk::accept);
    Candidate big =
        Candidate.of("B", "c0@example.com", c -> c.data("salary", new BigDecimal("1e400")));

    assertThat(mode.ingestAll(server.client(), List.of(big), o -> {}).accepted()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void eachOutcomeIsHandedOnOnceAndAsSoonAsItIsKnown(Mode mode) {
    server.answer(r -> r.number() == 2 ? ScriptedServer.Answer.hangUp() : Bulk.accept(r));
    List<String> told = new ArrayList<>();
    List<Candidate> input = new ArrayList<>(Bulk.candidates(6));
    input.add(2, Bulk.candidate(0));

    IngestReport report =
        mode.ingestAll(
            server.client(),
            input,
            o ->
                o.batchSize(2)
                    .correlateBy("ref")
                    .onOutcome(
                        outcome ->
                            told.add(
                                server.count()
                                    + " "
                                    + outcome.status()
                                    + " "
                                    + outcome.correlationKey()
                                    + " "
                                    + outcome.input().metadata("ref"))));

    assertAddsUp(report, 7);
    assertThat(told)
        .containsExactly(
            "1 ACCEPTED c0 c0",
            "1 ACCEPTED c1 c1",
            "1 REJECTED c0 c0",
            "2 UNKNOWN c2 c2",
            "2 UNKNOWN c3 c3",
            "3 ACCEPTED c4 c4",
            "3 ACCEPTED c5 c5");
    assertThat(report.accepted()).extracting(IngestOutcome::input).containsOnlyNulls();
    assertThat(report.idsBy("ref")).containsEntry("c5", "I-c5").hasSize(4);
    assertThatThrownBy(() -> report.idsBy("other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("correlateBy(\"other\")");
  }

  @Test
  void idsAreGivenByAnyKeyThatNamesOne() {
    server.answer(request -> Bulk.bareReply(List.of("c0", "c1", "c2")));
    List<Candidate> input =
        List.of(
            Candidate.of("A", "c0@example.com", c -> c.metadata("a", "1").metadata("b", "same")),
            Candidate.of("B", "c1@example.com", c -> c.metadata("b", "same")),
            Candidate.of("C", "c2@example.com", c -> c.metadata("a", "2")));

    IngestReport report = Mode.BLOCKING.ingestAll(server.client(), input, o -> {});

    assertThat(report.idsBy("a")).containsExactly(Map.entry("1", "I-c0"), Map.entry("2", "I-c2"));
    assertThat(report.idsBy("none")).isEmpty();
    assertThatThrownBy(() -> report.idsBy("b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two accepted candidates have the same b");
  }

  @ParameterizedTest
  @EnumSource
  void aListenerThatThrowsLosesNoOutcomeOfItsBatch(Mode mode) {
    server.answer(Bulk::accept);

    assertThatThrownBy(
            () ->
                mode.ingestAll(
                    server.client(),
                    Bulk.candidates(3),
                    o ->
                        o.onOutcome(
                            outcome -> {
                              throw new IllegalStateException("database");
                            })))
        .isInstanceOfSatisfying(
            IngestAbortedException.class, e -> assertThat(e.report().accepted()).hasSize(3));
  }
}
