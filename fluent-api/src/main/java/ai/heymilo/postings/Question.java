// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.CreateQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What all kinds of question and criterion have in common. Each step of a workflow offers the kinds
 * that belong to it. What is not set is not sent. Not thread-safe.
 *
 * @param <B> the kind of question itself
 */
public abstract class Question<B extends Question<B>> {
  private final Fields fields;

  Question(String modality, String text) {
    this.fields = new Fields(new CreateQuestion().modality(modality).text(text));
  }

  abstract B self();

  /** All plain setters; each kind of question makes its own of them public. */
  final Fields fields() {
    return fields;
  }

  final CreateQuestion question() {
    return fields.question;
  }

  /**
   * Sets a property of the question that the document does not know yet.
   *
   * @param name the property's name on the wire
   * @param value a JSON value: null, boolean, number, string, list or map
   * @return this question
   */
  public B additionalProperty(String name, @Nullable Object value) {
    fields.additionalProperty(name, value);
    return self();
  }

  static final class Fields extends CreateQuestion.Setters<Fields> {
    private final CreateQuestion question;

    private Fields(CreateQuestion question) {
      super(question);
      this.question = question;
    }

    @Override
    protected Fields self() {
      return this;
    }
  }
}
