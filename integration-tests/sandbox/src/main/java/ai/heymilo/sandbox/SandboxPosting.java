// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Step;
import ai.heymilo.sandbox.internal.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A posting in the sandbox: what is known of it, with what no operation answers. This class is
 * thread-safe.
 */
public final class SandboxPosting {
  private final Store store;
  private final Posting posting;

  SandboxPosting(Store store, Posting posting) {
    this.store = store;
    this.posting = posting;
  }

  /** Returns the identifier. */
  public String id() {
    return posting.id();
  }

  /** Returns {@code draft}, {@code active}, {@code expired} or {@code archived}. */
  public String status() {
    synchronized (store) {
      return posting.status(store.now());
    }
  }

  /** Returns the number of candidates, without those in the queue. */
  public int candidates() {
    synchronized (store) {
      store.settle();
      return posting.candidates().size();
    }
  }

  /**
   * Returns the texts of a step's questions, in their order. The API answers no questions with a
   * posting; clones and postings made from a template have them all the same.
   *
   * @param typeOrOrder the step's type or its 1-based order
   * @throws NoSuchElementException when there is no such step
   */
  public List<String> questions(String typeOrOrder) {
    synchronized (store) {
      Step step = posting.step(typeOrOrder);
      if (step == null) {
        throw new NoSuchElementException("posting " + id() + " has no step " + typeOrOrder);
      }
      List<String> texts = new ArrayList<>();
      step.questions().forEach(question -> texts.add(question.path("text").asText()));
      return List.copyOf(texts);
    }
  }
}
