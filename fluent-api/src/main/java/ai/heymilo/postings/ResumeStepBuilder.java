// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.ResumeConfig;
import ai.heymilo.generated.model.ResumeStep;
import java.util.function.Consumer;

/**
 * A step that screens résumés ({@code resume}): its configuration, and criteria of the kinds that
 * belong to it, {@code resume_eligibility} and {@code resume_scoring}. Without criteria the server
 * generates some. Unset values are not sent. Not thread-safe.
 */
public final class ResumeStepBuilder extends ResumeConfig.Setters<ResumeStepBuilder> {
  private final Questions questions = new Questions();

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
    questions.add(new EligibilityCriterion(text), more);
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
    questions.add(new ScoringCriterion(text), more);
    return this;
  }

  ResumeStep build() {
    ResumeStep step = new ResumeStep();
    if (!target().equals(new ResumeConfig())) {
      step.config(target());
    }
    questions.ifAny(step::questions);
    return step;
  }
}
