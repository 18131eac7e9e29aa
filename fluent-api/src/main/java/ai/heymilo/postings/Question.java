// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.CreateQuestion;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A question or criterion of a workflow step. Each step offers the kinds that belong to it. Unset
 * values are not sent. Not thread-safe.
 *
 * @param <B> the kind of question itself
 */
public abstract class Question<B extends Question<B>> {
  private final CreateQuestion question;

  Question(String modality, String text) {
    this.question = new CreateQuestion().modality(modality).text(text);
  }

  final CreateQuestion question() {
    return question;
  }

  /** Applies a plain setter; each kind of question makes its own of them public. */
  @SuppressWarnings("unchecked") // B is the class itself
  final B set(Consumer<? super Fields> change) {
    change.accept(new Fields(question));
    return (B) this;
  }

  /**
   * Sets a property of the question that the document does not know yet.
   *
   * @param name the property's name on the wire
   * @param value a JSON value: null, boolean, number, string, list or map
   * @return this question
   */
  public B additionalProperty(String name, @Nullable Object value) {
    return set(fields -> fields.additionalProperty(name, value));
  }

  static final class Fields extends CreateQuestion.Setters<Fields> {
    private Fields(CreateQuestion question) {
      super(question);
    }

    @Override
    protected Fields self() {
      return this;
    }
  }
}
