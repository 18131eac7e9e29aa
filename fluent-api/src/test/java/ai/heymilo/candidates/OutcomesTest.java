// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.candidates.IngestOutcome.Rejection;
import ai.heymilo.candidates.IngestOutcome.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomesTest {
  private final Outcomes outcomes = new Outcomes();

  @ParameterizedTest
  @EnumSource
  void anAcceptedOneIsTheSameAfterPacking(MatchedBy matchedBy) {
    outcomes.settle(IngestOutcome.accepted(0, "IV_1", "https://example.org/i/IV_1", matchedBy));

    IngestOutcome same = IngestOutcome.accepted(0, "IV_1", "https://example.org/i/IV_1", matchedBy);
    assertThat(outcomes.get(0)).usingRecursiveComparison().isEqualTo(same);
    assertThat(outcomes.get(0)).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(outcomes.get(0))
        .isNotEqualTo(IngestOutcome.accepted(0, "IV_1", null, matchedBy))
        .isNotEqualTo(IngestOutcome.accepted(1, "IV_1", same.interviewUrl(), matchedBy));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"'', null", "'', ''", "a, null", "é, ''", "面接, https://例え.jp", "a, ö€"})
  void noIdAndNoAddressIsLost(String id, String url) {
    outcomes.settle(IngestOutcome.accepted(0, id, url, MatchedBy.POSITION));

    assertThat(outcomes.get(0).id()).isEqualTo(id);
    assertThat(outcomes.get(0).interviewUrl()).isEqualTo(url);
  }

  @Test
  void halfACharacterIsKept() {
    outcomes.settle(IngestOutcome.accepted(0, "a\ud83d", null, MatchedBy.POSITION));

    assertThat(outcomes.get(0).id()).isEqualTo("a\ud83d");
  }

  @Test
  void whatIsNotAcceptedIsKeptAsItIs() {
    Candidate ada = Candidate.of("Ada", "ada@example.org");
    IngestOutcome unknown = IngestOutcome.unknown(0, ada, "lost");
    IngestOutcome rejected = IngestOutcome.rejected(1, ada, Rejection.DUPLICATE, "again");
    outcomes.settle(unknown);
    outcomes.settle(rejected);

    assertThat(outcomes.get(0)).isSameAs(unknown);
    assertThat(outcomes.get(1)).isSameAs(rejected);
  }

  @Test
  void theOrderIsThatOfTheInputsAndGapsAreForgotten() {
    outcomes.settle(IngestOutcome.accepted(3, "d", null, MatchedBy.POSITION));
    outcomes.settle(IngestOutcome.accepted(0, "a", null, MatchedBy.POSITION));
    outcomes.close();

    assertThat(outcomes).extracting(IngestOutcome::index).containsExactly(0L, 3L);
    assertThat(outcomes.count(Status.ACCEPTED)).isEqualTo(2);
    assertThat(outcomes.count(Status.UNKNOWN)).isZero();
    assertThat(outcomes.where(outcome -> outcome.index() == 3))
        .extracting(IngestOutcome::id)
        .containsExactly("d");
  }

  @Test
  void nobodyOutsideCanChangeThem() {
    outcomes.settle(IngestOutcome.accepted(0, "a", null, MatchedBy.POSITION));

    assertThatThrownBy(outcomes::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
