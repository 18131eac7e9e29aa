// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.resources.PostingStepBase;
import java.util.function.Consumer;

/**
 * A handle of one step of a posting's workflow. Thread-safe.
 *
 * @param <U> changes the configuration of such a step
 */
public final class PostingStep<U> extends PostingStepBase {
  private final Step<?, U> step;

  PostingStep(ApiClient client, String postingId, String stepId, Step<?, U> step) {
    super(client, postingId, stepId);
    this.step = step;
  }

  /**
   * Changes the configuration of the step ({@code updateInterviewerWorkflowStep}). What is neither
   * set nor cleared stays as it is; nested objects are replaced as a whole.
   *
   * @param change sets and clears
   * @return the posting after the change
   * @throws ai.heymilo.errors.InvalidRequestException if nothing is set or cleared, or something
   *     violates the API's limits; nothing is sent
   * @throws ai.heymilo.errors.BadRequestException if the server rejects a key
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public PostingResponse update(Consumer<? super U> change) {
    return update(Requests.updateStep(client, step, change));
  }
}
