// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.WebInterviewConfig;
import ai.heymilo.generated.model.WebInterviewStep;
import java.util.function.Consumer;

/**
 * A step that interviews by voice or video ({@code web_interview}): its configuration, and
 * questions of the kinds that belong to it, {@code voice} and {@code voice_tags}. Without questions
 * the server generates some. Unset values are not sent. Not thread-safe.
 */
public final class WebInterviewStepBuilder
    extends WebInterviewConfig.Setters<WebInterviewStepBuilder> {
  private final Questions questions = new Questions();

  WebInterviewStepBuilder() {
    super(new WebInterviewConfig());
  }

  @Override
  protected WebInterviewStepBuilder self() {
    return this;
  }

  /**
   * Adds a question.
   *
   * @param text its text
   * @return this step
   */
  public WebInterviewStepBuilder ask(String text) {
    return ask(text, question -> {});
  }

  /**
   * Adds a question.
   *
   * @param text its text
   * @param more sets optional properties
   * @return this step
   */
  public WebInterviewStepBuilder ask(String text, Consumer<? super VoiceQuestion> more) {
    questions.add(new VoiceQuestion(text), more);
    return this;
  }

  /**
   * Adds a fact to extract.
   *
   * @param name its text
   * @return this step
   */
  public WebInterviewStepBuilder tag(String name) {
    return tag(name, question -> {});
  }

  /**
   * Adds a fact to extract.
   *
   * @param name its text
   * @param more sets optional properties
   * @return this step
   */
  public WebInterviewStepBuilder tag(String name, Consumer<? super VoiceTag> more) {
    questions.add(new VoiceTag(name), more);
    return this;
  }

  WebInterviewStep build() {
    WebInterviewStep step = new WebInterviewStep();
    if (!target().equals(new WebInterviewConfig())) {
      step.config(target());
    }
    questions.ifAny(step::questions);
    return step;
  }
}
