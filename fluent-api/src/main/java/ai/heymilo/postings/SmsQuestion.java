// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

/**
 * A question, or criterion, of a text-message screening (modality {@code sms}). Not thread-safe.
 */
public final class SmsQuestion extends Question<SmsQuestion> {
  SmsQuestion(String text) {
    super("sms", text);
  }

  @Override
  SmsQuestion self() {
    return this;
  }

  /**
   * Sets how much the score of this counts ({@code score_weight}): a whole number from 0 to 5,
   * higher is more important.
   *
   * @param weight 0–5
   * @return this question
   */
  public SmsQuestion weight(int weight) {
    fields().scoreWeight(weight);
    return this;
  }

  /**
   * Makes it a question to be answered with yes or no ({@code question_type: YES_NO}). Where no
   * type is sent, the server infers it.
   *
   * @return this question
   */
  public SmsQuestion yesNo() {
    fields().questionType("YES_NO");
    return this;
  }

  /**
   * Makes it a question to be answered with a number ({@code question_type: NUMERIC}). Where no
   * type is sent, the server infers it.
   *
   * @return this question
   */
  public SmsQuestion numeric() {
    fields().questionType("NUMERIC");
    return this;
  }

  /**
   * Sets the answer that passes ({@code expected_answer}).
   *
   * @param answer for example {@code yes}
   * @return this question
   */
  public SmsQuestion expectedAnswer(String answer) {
    fields().expectedAnswer(answer);
    return this;
  }

  /**
   * Sets the number that passes ({@code expected_value}).
   *
   * @param value the number
   * @return this question
   */
  public SmsQuestion expectedValue(int value) {
    fields().expectedValue(value);
    return this;
  }

  /**
   * Disqualifies a candidate who answers otherwise ({@code is_dealbreaker}).
   *
   * @return this question
   */
  public SmsQuestion dealbreaker() {
    fields().isDealbreaker(true);
    return this;
  }
}
