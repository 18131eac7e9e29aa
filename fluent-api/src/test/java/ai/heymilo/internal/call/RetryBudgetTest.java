// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  @Test
  void twentyRetriesAreAllThatAFullBudgetHas() {
    spend(20);

    assertThat(budget.take()).isFalse();
  }

  @Test
  void fiveSuccessesEarnARetry() {
    spend(20);
    earn(4);
    assertThat(budget.take()).isFalse();
    earn(1);

    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    spend(20);
    budget.giveBack();

    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }

  @Test
  void aFullBudgetEarnsNothing() {
    earn(50);
    budget.giveBack();
    spend(20);

    assertThat(budget.take()).isFalse();
  }

  private void spend(int retries) {
    assertThat(IntStream.range(0, retries)).allMatch(i -> budget.take());
  }

  private void earn(int successes) {
    for (int i = 0; i < successes; i++) {
      budget.earn();
    }
  }
}
