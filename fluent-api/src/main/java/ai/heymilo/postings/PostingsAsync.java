// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.SingleResponseCreatePostingResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Session;
import ai.heymilo.paging.AsyncPager;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Creates and finds interviewers, for calls that do not wait: as {@link Postings}, with futures
 * that fail as its methods throw. Cancelling a future cancels its request; a write that was under
 * way may have been applied. Thread-safe.
 */
public final class PostingsAsync {
  private final Session session;
  private final Requests requests;

  /**
   * Not for callers: {@code HeyMiloAsync.postings()} makes them.
   *
   * @param session what sends the calls
   */
  @SuppressWarnings("exports") // of a type that callers do not have
  public PostingsAsync(Session session) {
    this.session = session;
    this.requests = new Requests(session);
  }

  /**
   * Creates an interviewer with a workflow of its own; see {@link Postings#create}.
   *
   * @param title the job's title, 3–200 characters
   * @param posting says what the interviewer is to be: at least one step
   * @return what was created, to come
   */
  public CompletableFuture<CreatedPosting> create(
      String title, Consumer<? super PostingBuilder> posting) {
    return Futures.started(
        () -> created(session.interviewersAsync().createPosting(requests.create(title, posting))));
  }

  /**
   * Creates an interviewer from an interview template; see {@link Postings#createFromTemplate}.
   *
   * @param title the job's title, 3–200 characters
   * @param interviewTemplateId the template
   * @param posting says what differs from the template
   * @return what was created, to come
   */
  public CompletableFuture<CreatedPosting> createFromTemplate(
      String title, String interviewTemplateId, Consumer<? super TemplatePostingBuilder> posting) {
    return Futures.started(
        () ->
            created(
                session
                    .interviewersAsync()
                    .createPosting(
                        requests.createFromTemplate(title, interviewTemplateId, posting))));
  }

  /**
   * Reads an interviewer; see {@link Postings#get}.
   *
   * @param id the interviewer's id
   * @return the interviewer, to come
   */
  public CompletableFuture<PostingResponse> get(String id) {
    return Futures.started(() -> posting(id).get());
  }

  /**
   * Changes an interviewer; see {@link Postings#update}.
   *
   * @param id the interviewer's id
   * @param change sets and clears
   * @return the interviewer after the change, to come
   */
  public CompletableFuture<PostingResponse> update(
      String id, Consumer<? super PostingUpdate> change) {
    return Futures.started(() -> posting(id).update(change));
  }

  /**
   * Lists interviewers; see {@link Postings#list(Consumer)}.
   *
   * @param query says which, and how
   * @return the list, of which nothing has been read yet
   */
  public AsyncPager<PostingResponse> list(Consumer<? super PostingQuery> query) {
    return requests.listAsync(query);
  }

  /**
   * Returns a handle of one interviewer; nothing is sent.
   *
   * @param id the interviewer's id
   * @return its handle
   * @throws IllegalArgumentException if there can be no such id: empty, dots alone, or with control
   *     characters
   */
  public PostingAsync posting(String id) {
    return new PostingAsync(session, requests, id);
  }

  private CompletableFuture<CreatedPosting> created(
      CompletableFuture<ApiResponse<SingleResponseCreatePostingResponse>> response) {
    return Futures.map(
        response,
        answer -> requests.created(InterviewersApi.CREATE_POSTING, answer.body().getData()));
  }
}
