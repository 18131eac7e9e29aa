// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import org.jspecify.annotations.Nullable;

/** A question asked in a web interview (modality {@code voice}). Not thread-safe. */
public final class VoiceQuestion extends ScoredQuestion<VoiceQuestion> {
  VoiceQuestion(String text) {
    super("voice", text);
  }

  /**
   * Marks the question as open-ended ({@code question_type: open-ended}).
   *
   * @return this question
   */
  public VoiceQuestion openEnded() {
    return set(fields -> fields.questionType("open-ended"));
  }

  /**
   * Marks the question as scored ({@code question_type: scored}).
   *
   * @return this question
   */
  public VoiceQuestion scored() {
    return set(fields -> fields.questionType("scored"));
  }

  /**
   * Asks the question without scoring the answer ({@code not_scored}).
   *
   * @return this question
   */
  public VoiceQuestion notScored() {
    return set(fields -> fields.notScored(true));
  }

  /**
   * Sets how many follow-up questions must be asked at least ({@code min_follow_ups}).
   *
   * @param min 0–5
   * @return this question
   */
  public VoiceQuestion minFollowUps(int min) {
    return set(fields -> fields.minFollowUps(min));
  }

  /**
   * Sets how many follow-up questions may be asked at most ({@code max_follow_ups}).
   *
   * @param max 0–10
   * @return this question
   */
  public VoiceQuestion maxFollowUps(int max) {
    return set(fields -> fields.maxFollowUps(max));
  }

  /**
   * Sets instructions for this question alone ({@code additional_instructions}).
   *
   * @param instructions at most 5000 characters
   * @return this question
   */
  public VoiceQuestion additionalInstructions(@Nullable String instructions) {
    return set(fields -> fields.additionalInstructions(instructions));
  }

  /**
   * Sets criteria that are applied to the whole transcript after the interview ({@code
   * post_processing_evaluation_criteria}).
   *
   * @param criteria at most 5000 characters
   * @return this question
   */
  public VoiceQuestion postProcessingEvaluationCriteria(@Nullable String criteria) {
    return set(fields -> fields.postProcessingEvaluationCriteria(criteria));
  }
}
