// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.resources.PostingStepBaseAsync;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * {@link PostingStep} without waiting. Thread-safe.
 *
 * @param <U> changes the configuration of such a step
 */
public final class PostingStepAsync<U> extends PostingStepBaseAsync {
  private final Step<?, U> step;

  PostingStepAsync(ApiClient client, String postingId, String stepId, Step<?, U> step) {
    super(client, postingId, stepId);
    this.step = step;
  }

  /**
   * Changes the configuration of the step; see {@link PostingStep#update}.
   *
   * @param change sets and clears
   * @return the future posting after the change
   */
  public CompletableFuture<PostingResponse> update(Consumer<? super U> change) {
    return Futures.started(() -> update(Requests.updateStep(client, step, change)));
  }
}
