// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.CreateQuestion;
import ai.heymilo.generated.model.ResumeConfig;
import ai.heymilo.generated.model.ResumeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A step that screens résumés ({@code resume}): its configuration, and criteria of the kinds that
 * belong to it, {@code resume_eligibility} and {@code resume_scoring}. Without criteria the server
 * generates some. Unset values are not sent. Not thread-safe.
 */
public final class ResumeStepBuilder extends ResumeConfig.Setters<ResumeStepBuilder> {
  private final List<CreateQuestion> questions = new ArrayList<>();

  ResumeStepBuilder() {
    super(new ResumeConfig());
  }

  @Override
  protected ResumeStepBuilder self() {
    return this;
  }

  /**
   * Adds a criterion to pass or fail.
   *
   * @param text its text
   * @return this step
   */
  public ResumeStepBuilder eligibility(String text) {
    return eligibility(text, question -> {});
  }

  /**
   * Adds a criterion to pass or fail.
   *
   * @param text its text
   * @param more sets optional properties
   * @return this step
   */
  public ResumeStepBuilder eligibility(String text, Consumer<? super EligibilityCriterion> more) {
    Question.add(questions, new EligibilityCriterion(text), more);
    return this;
  }

  /**
   * Adds a criterion to be scored.
   *
   * @param text its text
   * @return this step
   */
  public ResumeStepBuilder scoring(String text) {
    return scoring(text, question -> {});
  }

  /**
   * Adds a criterion to be scored.
   *
   * @param text its text
   * @param more sets optional properties
   * @return this step
   */
  public ResumeStepBuilder scoring(String text, Consumer<? super ScoringCriterion> more) {
    Question.add(questions, new ScoringCriterion(text), more);
    return this;
  }

  ResumeStep build() {
    ResumeStep step = new ResumeStep();
    if (!target().equals(new ResumeConfig())) {
      step.config(target());
    }
    if (!questions.isEmpty()) { // an empty list would be sent
      step.questions(List.copyOf(questions));
    }
    return step;
  }
}
