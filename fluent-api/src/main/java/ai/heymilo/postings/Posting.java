// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.resources.PostingBase;

/** A handle of one posting: its id, and the operations on it. Thread-safe. */
public final class Posting extends PostingBase {
  /**
   * Creates a handle; nothing is sent.
   *
   * @param client sends the calls
   * @param postingId the posting's id
   * @throws IllegalArgumentException if the id cannot stand in a path: null, empty, dots alone, or
   *     with control characters
   */
  public Posting(ApiClient client, String postingId) {
    super(client, postingId);
  }

  /**
   * Creates a copy with the same workflow ({@code clonePosting}). The call is never repeated when
   * it may have been applied.
   *
   * @return the receipt of the copy; see {@link CreatedPosting#pendingActivation}
   * @throws ai.heymilo.errors.AmbiguousWriteException if the copy may have been created
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public CreatedPosting duplicate() {
    return CreatedPosting.of(client, InterviewersApi.CLONE_POSTING, clonePosting());
  }

  /**
   * Returns a handle of the step of a type.
   *
   * @param step the type
   * @param <U> changes the configuration of such a step
   * @return the step's handle
   */
  public <U> PostingStep<U> step(Step<?, U> step) {
    return new PostingStep<>(client, postingId, step.type(), step);
  }

  /**
   * Returns a handle of the step at a position, for workflows with several steps of one type.
   *
   * @param order the position, from 1
   * @param step the type of the step at the position
   * @param <U> changes the configuration of such a step
   * @return the step's handle
   * @throws IllegalArgumentException if the position is less than 1
   */
  public <U> PostingStep<U> stepAt(int order, Step<?, U> step) {
    return new PostingStep<>(client, postingId, Requests.order(order), step);
  }
}
