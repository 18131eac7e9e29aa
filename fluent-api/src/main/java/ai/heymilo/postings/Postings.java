// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.internal.Session;
import ai.heymilo.paging.Pager;
import java.util.function.Consumer;

/** Creates and finds interviewers. Thread-safe. */
public final class Postings {
  private final Session session;
  private final Requests requests;

  /**
   * Not for callers: {@code HeyMilo.postings()} makes them.
   *
   * @param session what sends the calls
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public Postings(Session session) {
    this.session = session;
    this.requests = new Requests(session);
  }

  /**
   * Creates an interviewer with a workflow of its own ({@code createPosting}).
   *
   * <p>The call is never repeated when its fate is unknown: then it fails with {@link
   * ai.heymilo.errors.AmbiguousWriteException}.
   *
   * @param title the job's title, 3–200 characters
   * @param posting says what the interviewer is to be: at least one step
   * @return what was created
   * @throws ai.heymilo.errors.InvalidRequestException if something is out of its limits; nothing
   *     has been sent
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public CreatedPosting create(String title, Consumer<? super PostingBuilder> posting) {
    return requests.created(
        InterviewersApi.CREATE_POSTING,
        session.interviewers().createPosting(requests.create(title, posting)).getData());
  }

  /**
   * Makes and checks the request of {@link #create} and sends nothing: for a look at what would be
   * sent.
   *
   * @param title the job's title, 3–200 characters
   * @param posting says what the interviewer is to be: at least one step
   * @return what {@code create} would send
   * @throws ai.heymilo.errors.InvalidRequestException if something is out of its limits
   */
  public CreatePostingRequest preview(String title, Consumer<? super PostingBuilder> posting) {
    return requests.create(title, posting);
  }

  /**
   * Creates an interviewer from an interview template ({@code createPosting}). What the template
   * brings stays, except for what is set here.
   *
   * <p>If the template comes from an applicant tracking system, the interviewer stays a draft until
   * it is activated: see {@link CreatedPosting#pendingActivation}. The call is never repeated when
   * its fate is unknown.
   *
   * @param title the job's title, 3–200 characters
   * @param interviewTemplateId the template
   * @param posting says what differs from the template
   * @return what was created
   * @throws ai.heymilo.errors.InvalidRequestException if something is out of its limits; nothing
   *     has been sent
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public CreatedPosting createFromTemplate(
      String title, String interviewTemplateId, Consumer<? super TemplatePostingBuilder> posting) {
    return requests.created(
        InterviewersApi.CREATE_POSTING,
        session
            .interviewers()
            .createPosting(requests.createFromTemplate(title, interviewTemplateId, posting))
            .getData());
  }

  /**
   * Reads an interviewer ({@code getPosting}).
   *
   * @param id the interviewer's id
   * @return the interviewer
   * @throws ai.heymilo.errors.NotFoundException if there is none with this id
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse get(String id) {
    return posting(id).get();
  }

  /**
   * Changes an interviewer ({@code updatePosting}): what is neither set nor cleared stays as it is.
   *
   * @param id the interviewer's id
   * @param change sets and clears
   * @return the interviewer after the change
   * @throws ai.heymilo.errors.InvalidRequestException if nothing is set or cleared, or something is
   *     out of its limits; nothing has been sent
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public PostingResponse update(String id, Consumer<? super PostingUpdate> change) {
    return posting(id).update(change);
  }

  /**
   * Lists all interviewers ({@code listPostings}); see {@link #list(Consumer)}.
   *
   * @return the list, of which nothing has been read yet
   */
  public Pager<PostingResponse> list() {
    return list(query -> {});
  }

  /**
   * Lists interviewers ({@code listPostings}), as the list is walked through.
   *
   * @param query says which, and how
   * @return the list, of which nothing has been read yet
   * @throws ai.heymilo.errors.InvalidRequestException if the query is out of its limits; nothing
   *     has been sent
   */
  public Pager<PostingResponse> list(Consumer<? super PostingQuery> query) {
    return requests.list(query);
  }

  /**
   * Returns a handle of one interviewer; nothing is sent.
   *
   * @param id the interviewer's id
   * @return its handle
   * @throws IllegalArgumentException if there can be no such id: empty, dots alone, or with control
   *     characters
   */
  public Posting posting(String id) {
    return new Posting(session, requests, id);
  }
}
