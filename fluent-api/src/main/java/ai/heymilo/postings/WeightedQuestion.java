// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

/**
 * A question or criterion with a weight. Not thread-safe.
 *
 * @param <B> the kind of question itself
 */
abstract class WeightedQuestion<B extends WeightedQuestion<B>> extends Question<B> {
  WeightedQuestion(String modality, String text) {
    super(modality, text);
  }

  /**
   * Sets the weight of the score ({@code score_weight}): a whole number from 0 to 5, higher is more
   * important.
   *
   * @param weight 0–5
   * @return this question
   */
  public B weight(int weight) {
    return set(fields -> fields.scoreWeight(weight));
  }
}
