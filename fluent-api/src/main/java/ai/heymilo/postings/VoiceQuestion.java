// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

/**
 * A question that the interviewer asks in a web interview (modality {@code voice}). Not
 * thread-safe.
 */
public final class VoiceQuestion extends Question<VoiceQuestion> {
  VoiceQuestion(String text) {
    super("voice", text);
  }

  @Override
  VoiceQuestion self() {
    return this;
  }

  /**
   * Sets how much the score of this counts ({@code score_weight}): a whole number from 0 to 5,
   * higher is more important.
   *
   * @param weight 0–5
   * @return this question
   */
  public VoiceQuestion weight(int weight) {
    fields().scoreWeight(weight);
    return this;
  }

  /**
   * Says how to evaluate the answer ({@code evaluation_criteria}).
   *
   * @param criteria the text for the evaluating agent
   * @return this question
   */
  public VoiceQuestion evaluationCriteria(String criteria) {
    fields().evaluationCriteria(criteria);
    return this;
  }

  /**
   * Describes what deserves the lowest score, 1 ({@code score_of_1}).
   *
   * @param description the text for the evaluating agent
   * @return this question
   */
  public VoiceQuestion scoreOf1(String description) {
    fields().scoreOf1(description);
    return this;
  }

  /**
   * Describes what deserves the highest score, 5 ({@code score_of_5}).
   *
   * @param description the text for the evaluating agent
   * @return this question
   */
  public VoiceQuestion scoreOf5(String description) {
    fields().scoreOf5(description);
    return this;
  }

  /**
   * Makes it an open-ended question ({@code question_type: open-ended}).
   *
   * @return this question
   */
  public VoiceQuestion openEnded() {
    fields().questionType("open-ended");
    return this;
  }

  /**
   * Makes it a scored question ({@code question_type: scored}).
   *
   * @return this question
   */
  public VoiceQuestion scored() {
    fields().questionType("scored");
    return this;
  }

  /**
   * Asks the question without scoring the answer ({@code not_scored}).
   *
   * @return this question
   */
  public VoiceQuestion notScored() {
    fields().notScored(true);
    return this;
  }

  /**
   * Sets how many follow-up questions must be asked at least ({@code min_follow_ups}).
   *
   * @param min 0–5
   * @return this question
   */
  public VoiceQuestion minFollowUps(int min) {
    fields().minFollowUps(min);
    return this;
  }

  /**
   * Sets how many follow-up questions may be asked at most ({@code max_follow_ups}).
   *
   * @param max 0–10
   * @return this question
   */
  public VoiceQuestion maxFollowUps(int max) {
    fields().maxFollowUps(max);
    return this;
  }

  /**
   * Gives the interviewer instructions for this question alone ({@code additional_instructions}).
   *
   * @param instructions at most 5000 characters
   * @return this question
   */
  public VoiceQuestion additionalInstructions(String instructions) {
    fields().additionalInstructions(instructions);
    return this;
  }

  /**
   * Sets criteria that are applied to the whole transcript after the interview ({@code
   * post_processing_evaluation_criteria}).
   *
   * @param criteria at most 5000 characters
   * @return this question
   */
  public VoiceQuestion postProcessingEvaluationCriteria(String criteria) {
    fields().postProcessingEvaluationCriteria(criteria);
    return this;
  }
}
