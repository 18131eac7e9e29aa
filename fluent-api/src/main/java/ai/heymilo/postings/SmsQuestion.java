// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import org.jspecify.annotations.Nullable;

/**
 * A question, or criterion, of a text-message screening (modality {@code sms}). Not thread-safe.
 */
public final class SmsQuestion extends WeightedQuestion<SmsQuestion> {
  SmsQuestion(String text) {
    super("sms", text);
  }

  /**
   * Asks for a yes or no ({@code question_type: YES_NO}). Without a type, the server infers it.
   *
   * @return this question
   */
  public SmsQuestion yesNo() {
    return set(fields -> fields.questionType("YES_NO"));
  }

  /**
   * Asks for a number ({@code question_type: NUMERIC}). Without a type, the server infers it.
   *
   * @return this question
   */
  public SmsQuestion numeric() {
    return set(fields -> fields.questionType("NUMERIC"));
  }

  /**
   * Sets the answer that passes ({@code expected_answer}).
   *
   * @param answer for example {@code yes}
   * @return this question
   */
  public SmsQuestion expectedAnswer(@Nullable String answer) {
    return set(fields -> fields.expectedAnswer(answer));
  }

  /**
   * Sets the number that passes ({@code expected_value}).
   *
   * @param value the number
   * @return this question
   */
  public SmsQuestion expectedValue(int value) {
    return set(fields -> fields.expectedValue(value));
  }

  /**
   * Disqualifies candidates who give another answer ({@code is_dealbreaker}).
   *
   * @return this question
   */
  public SmsQuestion dealbreaker() {
    return set(fields -> fields.isDealbreaker(true));
  }
}
