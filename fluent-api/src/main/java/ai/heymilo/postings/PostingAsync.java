// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.internal.Futures;
import ai.heymilo.resources.PostingBaseAsync;
import java.util.concurrent.CompletableFuture;

/** {@link Posting} as futures, which fail with the exceptions of its methods. Thread-safe. */
public final class PostingAsync extends PostingBaseAsync {
  /**
   * Creates a handle; nothing is sent.
   *
   * @param client sends the calls
   * @param postingId the posting's id
   * @throws IllegalArgumentException if the id cannot stand in a path: null, empty, dots alone, or
   *     with control characters
   */
  public PostingAsync(ApiClient client, String postingId) {
    super(client, postingId);
  }

  /**
   * Creates a copy with the same workflow; see {@link Posting#duplicate}.
   *
   * @return the future receipt of the copy
   */
  public CompletableFuture<CreatedPosting> duplicate() {
    return Futures.map(
        clonePosting(),
        response -> CreatedPosting.of(client, InterviewersApi.CLONE_POSTING, response));
  }

  /**
   * Returns a handle of the step of a type.
   *
   * @param step the type
   * @param <U> changes the configuration of such a step
   * @return the step's handle
   */
  public <U> PostingStepAsync<U> step(Step<?, U> step) {
    return new PostingStepAsync<>(client, postingId, step.type(), step);
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
  public <U> PostingStepAsync<U> stepAt(int order, Step<?, U> step) {
    return new PostingStepAsync<>(client, postingId, Requests.order(order), step);
  }
}
