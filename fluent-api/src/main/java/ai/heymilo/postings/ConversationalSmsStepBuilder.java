// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.ConversationalSMSConfig;
import ai.heymilo.generated.model.ConversationalSMSStep;
import java.util.function.Consumer;

/**
 * A step that screens by text messages ({@code conversational_sms}): its configuration, and
 * questions of the kind that belongs to it, {@code sms}. Without questions the server generates
 * some. Unset values are not sent. Not thread-safe.
 */
public final class ConversationalSmsStepBuilder
    extends ConversationalSMSConfig.Setters<ConversationalSmsStepBuilder> {
  private final Questions questions = new Questions();

  ConversationalSmsStepBuilder() {
    super(new ConversationalSMSConfig());
  }

  @Override
  protected ConversationalSmsStepBuilder self() {
    return this;
  }

  /**
   * Adds a question.
   *
   * @param text its text
   * @return this step
   */
  public ConversationalSmsStepBuilder ask(String text) {
    return ask(text, question -> {});
  }

  /**
   * Adds a question.
   *
   * @param text its text
   * @param more sets optional properties
   * @return this step
   */
  public ConversationalSmsStepBuilder ask(String text, Consumer<? super SmsQuestion> more) {
    questions.add(new SmsQuestion(text), more);
    return this;
  }

  ConversationalSMSStep build() {
    ConversationalSMSStep step = new ConversationalSMSStep();
    if (!target().equals(new ConversationalSMSConfig())) {
      step.config(target());
    }
    questions.ifAny(step::questions);
    return step;
  }
}
