// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.internal.Session;
import java.util.function.Consumer;

/**
 * One step of an interviewer's workflow: a handle. Thread-safe.
 *
 * @param <U> what changes the configuration of such a step
 */
public final class PostingStep<U> {
  private final Session session;
  private final Requests requests;
  private final String postingId;
  private final String stepId;
  private final Step<?, U> step;

  PostingStep(
      Session session, Requests requests, String postingId, String stepId, Step<?, U> step) {
    this.session = session;
    this.requests = requests;
    this.postingId = postingId;
    this.stepId = stepId;
    this.step = step;
  }

  /**
   * Changes the configuration of the step ({@code updateInterviewerWorkflowStep}): what is neither
   * set nor cleared stays as it is, nested objects are replaced as a whole.
   *
   * @param change sets and clears
   * @return the interviewer after the change
   * @throws ai.heymilo.errors.InvalidRequestException if nothing is set or cleared, or something is
   *     out of its limits; nothing has been sent
   * @throws ai.heymilo.errors.BadRequestException if the server does not know a key
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse update(Consumer<? super U> change) {
    return session
        .interviewers()
        .updateInterviewerWorkflowStep(postingId, stepId, requests.updateStep(step, change))
        .getData();
  }
}
