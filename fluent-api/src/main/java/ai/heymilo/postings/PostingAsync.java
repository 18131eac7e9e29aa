// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.candidates.CandidatesAsync;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.SingleResponsePostingResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Session;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One interviewer, known by its id, for calls that do not wait: as {@link Posting}, with futures
 * that fail as its methods throw. Thread-safe.
 */
public final class PostingAsync {
  private final Session session;
  private final Requests requests;
  private final String id;

  PostingAsync(Session session, Requests requests, String id) {
    this.session = session;
    this.requests = requests;
    this.id = Requests.id("posting_id", id);
  }

  /**
   * Returns the interviewer's id.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns the interviewer's candidates; nothing is sent.
   *
   * @return what takes candidates in and lists them
   */
  public CandidatesAsync candidates() {
    return new CandidatesAsync(session, id);
  }

  /**
   * Reads the interviewer; see {@link Posting#get}.
   *
   * @return the interviewer, to come
   */
  public CompletableFuture<PostingResponse> get() {
    return data(session.interviewersAsync().getPosting(id));
  }

  /**
   * Activates the interviewer; see {@link Posting#activate}.
   *
   * @return the interviewer after the change, to come
   */
  public CompletableFuture<PostingResponse> activate() {
    return data(session.interviewersAsync().activatePosting(id));
  }

  /**
   * Archives the interviewer; see {@link Posting#archive}.
   *
   * @return the interviewer after the change, to come
   */
  public CompletableFuture<PostingResponse> archive() {
    return data(session.interviewersAsync().archivePosting(id));
  }

  /**
   * Creates a copy with the same workflow; see {@link Posting#duplicate}.
   *
   * @return what was created, to come
   */
  public CompletableFuture<CreatedPosting> duplicate() {
    return Futures.map(
        session.interviewersAsync().clonePosting(id),
        response -> requests.created(InterviewersApi.CLONE_POSTING, response.body().getData()));
  }

  /**
   * Changes the interviewer; see {@link Posting#update}.
   *
   * @param change sets and clears
   * @return the interviewer after the change, to come
   */
  public CompletableFuture<PostingResponse> update(Consumer<? super PostingUpdate> change) {
    return Futures.started(
        () -> data(session.interviewersAsync().updatePosting(id, requests.update(change))));
  }

  /**
   * Changes the configuration of the step of a type; see {@link PostingStep#update}.
   *
   * @param step the type
   * @param change sets and clears
   * @param <U> what changes the configuration of such a step
   * @return the interviewer after the change, to come
   */
  public <U> CompletableFuture<PostingResponse> updateStep(
      Step<?, U> step, Consumer<? super U> change) {
    return updateStep(step.type(), step, change);
  }

  /**
   * Changes the configuration of the step at a position; see {@link Posting#stepAt}.
   *
   * @param order the position, from 1
   * @param step the type of the step that stands there
   * @param change sets and clears
   * @param <U> what changes the configuration of such a step
   * @return the interviewer after the change, to come
   */
  public <U> CompletableFuture<PostingResponse> updateStepAt(
      int order, Step<?, U> step, Consumer<? super U> change) {
    return Futures.started(() -> updateStep(Requests.order(order), step, change));
  }

  private <U> CompletableFuture<PostingResponse> updateStep(
      String stepId, Step<?, U> step, Consumer<? super U> change) {
    return Futures.started(
        () ->
            data(
                session
                    .interviewersAsync()
                    .updateInterviewerWorkflowStep(id, stepId, requests.updateStep(step, change))));
  }

  private static CompletableFuture<PostingResponse> data(
      CompletableFuture<ApiResponse<SingleResponsePostingResponse>> response) {
    return Futures.map(response, answer -> answer.body().getData());
  }

  @Override
  public String toString() {
    return "PostingAsync " + id;
  }
}
