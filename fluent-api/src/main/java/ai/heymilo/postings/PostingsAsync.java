// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.CreatePostingResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.resources.PostingsBaseAsync;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * {@link Postings} as futures, which fail with the exceptions of its methods. Cancelling a future
 * cancels its request; a write under way may still be applied. Thread-safe.
 */
public final class PostingsAsync extends PostingsBaseAsync {
  /**
   * Creates an object on a client's calls; nothing is sent.
   *
   * @param client sends the calls
   */
  public PostingsAsync(ApiClient client) {
    super(client);
  }

  /**
   * Creates a posting with a workflow of its own; see {@link Postings#create(String, Consumer)}.
   *
   * @param title the job's title, 3–200 characters
   * @param posting configures the posting: at least one step
   * @return the future receipt
   */
  public CompletableFuture<CreatedPosting> create(
      String title, Consumer<? super PostingBuilder> posting) {
    return Futures.started(() -> created(create(preview(title, posting))));
  }

  /**
   * Builds and checks a request and sends nothing; see {@link Postings#preview}.
   *
   * @param title the job's title, 3–200 characters
   * @param posting configures the posting: at least one step
   * @return the request that {@code create} would send
   * @throws ai.heymilo.errors.InvalidRequestException if something violates the API's limits; one
   *     exception lists every violation
   */
  public CreatePostingRequest preview(String title, Consumer<? super PostingBuilder> posting) {
    return Requests.create(client, title, posting);
  }

  /**
   * Creates a posting from an interview template; see {@link Postings#createFromTemplate}.
   *
   * @param title the job's title, 3–200 characters
   * @param interviewTemplateId the template
   * @param posting sets values that differ from the template
   * @return the future receipt
   */
  public CompletableFuture<CreatedPosting> createFromTemplate(
      String title, String interviewTemplateId, Consumer<? super TemplatePostingBuilder> posting) {
    return Futures.started(
        () ->
            created(
                create(Requests.createFromTemplate(client, title, interviewTemplateId, posting))));
  }

  private CompletableFuture<CreatedPosting> created(
      CompletableFuture<CreatePostingResponse> response) {
    return Futures.map(
        response, one -> CreatedPosting.of(client, InterviewersApi.CREATE_POSTING, one));
  }
}
