// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.CreateQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The questions of one step, in the order of the calls. */
final class Questions {
  private final List<CreateQuestion> questions = new ArrayList<>();

  <Q extends Question<Q>> void add(Q question, Consumer<? super Q> more) {
    more.accept(question);
    questions.add(question.question());
  }

  /** Passes the questions on, unless there are none, so that an empty list is not sent. */
  void ifAny(Consumer<List<CreateQuestion>> receiver) {
    if (!questions.isEmpty()) {
      receiver.accept(List.copyOf(questions));
    }
  }
}
