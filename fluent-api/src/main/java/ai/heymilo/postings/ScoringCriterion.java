// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

/** A scored criterion of a résumé screening (modality {@code resume_scoring}). Not thread-safe. */
public final class ScoringCriterion extends Question<ScoringCriterion> {
  ScoringCriterion(String text) {
    super("resume_scoring", text);
  }

  @Override
  ScoringCriterion self() {
    return this;
  }

  /**
   * Sets how much the score of this counts ({@code score_weight}): a whole number from 0 to 5,
   * higher is more important.
   *
   * @param weight 0–5
   * @return this question
   */
  public ScoringCriterion weight(int weight) {
    fields().scoreWeight(weight);
    return this;
  }

  /**
   * Says how to evaluate the answer ({@code evaluation_criteria}).
   *
   * @param criteria the text for the evaluating agent
   * @return this question
   */
  public ScoringCriterion evaluationCriteria(String criteria) {
    fields().evaluationCriteria(criteria);
    return this;
  }

  /**
   * Describes what deserves the lowest score, 1 ({@code score_of_1}).
   *
   * @param description the text for the evaluating agent
   * @return this question
   */
  public ScoringCriterion scoreOf1(String description) {
    fields().scoreOf1(description);
    return this;
  }

  /**
   * Describes what deserves the highest score, 5 ({@code score_of_5}).
   *
   * @param description the text for the evaluating agent
   * @return this question
   */
  public ScoringCriterion scoreOf5(String description) {
    fields().scoreOf5(description);
    return this;
  }
}
