// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

/**
 * A pass-or-fail criterion of a résumé screening (modality {@code resume_eligibility}): what the
 * document lists for that modality is the weight. Not thread-safe.
 */
public final class EligibilityCriterion extends Question<EligibilityCriterion> {
  EligibilityCriterion(String text) {
    super("resume_eligibility", text);
  }

  @Override
  EligibilityCriterion self() {
    return this;
  }

  /**
   * Sets how much the score of this counts ({@code score_weight}): a whole number from 0 to 5,
   * higher is more important.
   *
   * @param weight 0–5
   * @return this question
   */
  public EligibilityCriterion weight(int weight) {
    fields().scoreWeight(weight);
    return this;
  }
}
