// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import org.jspecify.annotations.Nullable;

/**
 * A question or criterion whose answer is scored from 1 to 5. Not thread-safe.
 *
 * @param <B> the kind of question itself
 */
abstract class ScoredQuestion<B extends ScoredQuestion<B>> extends WeightedQuestion<B> {
  ScoredQuestion(String modality, String text) {
    super(modality, text);
  }

  /**
   * Sets how the answer is evaluated ({@code evaluation_criteria}).
   *
   * @param criteria the text for the evaluating agent
   * @return this question
   */
  public B evaluationCriteria(@Nullable String criteria) {
    return set(fields -> fields.evaluationCriteria(criteria));
  }

  /**
   * Describes an answer with the lowest score, 1 ({@code score_of_1}).
   *
   * @param description the text for the evaluating agent
   * @return this question
   */
  public B scoreOf1(@Nullable String description) {
    return set(fields -> fields.scoreOf1(description));
  }

  /**
   * Describes an answer with the highest score, 5 ({@code score_of_5}).
   *
   * @param description the text for the evaluating agent
   * @return this question
   */
  public B scoreOf5(@Nullable String description) {
    return set(fields -> fields.scoreOf5(description));
  }
}
