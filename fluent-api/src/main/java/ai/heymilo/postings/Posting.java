// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.candidates.Candidates;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.internal.Session;
import java.util.function.Consumer;

/**
 * One interviewer, known by its id: a handle, which holds nothing of the interviewer itself.
 * Thread-safe.
 */
public final class Posting {
  private final Session session;
  private final Requests requests;
  private final String id;

  Posting(Session session, Requests requests, String id) {
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
  public Candidates candidates() {
    return new Candidates(session, id);
  }

  /**
   * Reads the interviewer ({@code getPosting}).
   *
   * @return the interviewer
   * @throws ai.heymilo.errors.NotFoundException if there is none with this id
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse get() {
    return session.interviewers().getPosting(id).getData();
  }

  /**
   * Activates the interviewer, so that it takes candidates in ({@code activatePosting}). Calling it
   * again is safe.
   *
   * @return the interviewer after the change
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse activate() {
    return session.interviewers().activatePosting(id).getData();
  }

  /**
   * Archives the interviewer, so that it takes no more candidates in ({@code archivePosting}).
   *
   * @return the interviewer after the change
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse archive() {
    return session.interviewers().archivePosting(id).getData();
  }

  /**
   * Creates a copy with the same workflow ({@code clonePosting}). The call is never repeated when
   * its fate is unknown.
   *
   * @return what was created; see {@link CreatedPosting#pendingActivation}
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public CreatedPosting duplicate() {
    return requests.created(
        InterviewersApi.CLONE_POSTING, session.interviewers().clonePosting(id).getData());
  }

  /**
   * Changes the interviewer ({@code updatePosting}): what is neither set nor cleared stays as it
   * is.
   *
   * @param change sets and clears
   * @return the interviewer after the change
   * @throws ai.heymilo.errors.InvalidRequestException if nothing is set or cleared, or something is
   *     out of its limits; nothing has been sent
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse update(Consumer<? super PostingUpdate> change) {
    return session.interviewers().updatePosting(id, requests.update(change)).getData();
  }

  /**
   * Returns a handle of the step of a type.
   *
   * @param step the type
   * @param <U> what changes the configuration of such a step
   * @return the step's handle
   */
  public <U> PostingStep<U> step(Step<?, U> step) {
    return new PostingStep<>(session, requests, id, step.type(), step);
  }

  /**
   * Returns a handle of the step at a position, for workflows with several steps of one type.
   *
   * @param order the position, from 1
   * @param step the type of the step that stands there
   * @param <U> what changes the configuration of such a step
   * @return the step's handle
   */
  public <U> PostingStep<U> stepAt(int order, Step<?, U> step) {
    return new PostingStep<>(session, requests, id, Requests.order(order), step);
  }

  @Override
  public String toString() {
    return "Posting " + id;
  }
}
