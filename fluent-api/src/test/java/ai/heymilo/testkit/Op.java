// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.Sender;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.api.CandidatesApiAsync;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.api.InterviewersApiAsync;
import ai.heymilo.generated.model.BulkCandidateIngestRequest;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.CreatePostingRequest;
import ai.heymilo.generated.model.UpdatePostingRequest;
import ai.heymilo.generated.model.UpdateWorkflowStepRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Every operation of the API as a call that can be made, blocking or asynchronous. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
public enum Op {
  LIST_POSTINGS(
      c -> posts(c).listPostings(new InterviewersApi.ListPostingsParams()),
      c -> postsAsync(c).listPostings(new InterviewersApi.ListPostingsParams())),
  GET_POSTING(c -> posts(c).getPosting("p1"), c -> postsAsync(c).getPosting("p1")),
  LIST_CANDIDATES(
      c -> people(c).listCandidates("p1", new CandidatesApi.ListCandidatesParams()),
      c -> peopleAsync(c).listCandidates("p1", new CandidatesApi.ListCandidatesParams())),
  ACTIVATE(c -> posts(c).activatePosting("p1"), c -> postsAsync(c).activatePosting("p1")),
  ARCHIVE(c -> posts(c).archivePosting("p1"), c -> postsAsync(c).archivePosting("p1")),
  UPDATE(
      c -> posts(c).updatePosting("p1", new UpdatePostingRequest().title("Engineer")),
      c -> postsAsync(c).updatePosting("p1", new UpdatePostingRequest().title("Engineer"))),
  UPDATE_STEP(
      c -> posts(c).updateInterviewerWorkflowStep("p1", "1", new UpdateWorkflowStepRequest()),
      c -> postsAsync(c).updateInterviewerWorkflowStep("p1", "1", new UpdateWorkflowStepRequest())),
  CREATE(
      c -> posts(c).createPosting(new CreatePostingRequest().title("Engineer")),
      c -> postsAsync(c).createPosting(new CreatePostingRequest().title("Engineer"))),
  CLONE(c -> posts(c).clonePosting("p1"), c -> postsAsync(c).clonePosting("p1")),
  INGEST(
      c -> people(c).ingestCandidate("p1", new CandidateIngestRequest()),
      c -> peopleAsync(c).ingestCandidate("p1", new CandidateIngestRequest())),
  INGEST_QUEUED(
      c -> people(c).ingestCandidateAsync("p1", new CandidateIngestRequest()),
      c -> peopleAsync(c).ingestCandidateAsync("p1", new CandidateIngestRequest())),
  INGEST_BULK(
      c -> people(c).ingestCandidatesBulk("p1", new BulkCandidateIngestRequest()),
      c -> peopleAsync(c).ingestCandidatesBulk("p1", new BulkCandidateIngestRequest())),
  INGEST_BULK_QUEUED(
      c -> people(c).ingestCandidatesBulkAsync("p1", new BulkCandidateIngestRequest()),
      c -> peopleAsync(c).ingestCandidatesBulkAsync("p1", new BulkCandidateIngestRequest()));

  private final Function<ApiClient, Object> blocking;
  private final Function<ApiClient, CompletableFuture<?>> async;

  Op(Function<ApiClient, Object> blocking, Function<ApiClient, CompletableFuture<?>> async) {
    this.blocking = blocking;
    this.async = async;
  }

  /** Makes the call and waits. */
  public Object on(Sender client, String url) {
    return blocking.apply(api(client, url));
  }

  /** Starts the call. */
  public CompletableFuture<?> startOn(Sender client, String url) {
    return async.apply(api(client, url));
  }

  /** Makes the call one way or the other; what fails is thrown as it is. */
  public Object on(Sender client, String url, boolean asynchronously) {
    if (!asynchronously) {
      return on(client, url);
    }
    try {
      return startOn(client, url).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static ApiClient api(Sender client, String url) {
    return ApiClient.builder().sender(client).baseUrl(url).build();
  }

  private static InterviewersApi posts(ApiClient client) {
    return new InterviewersApi(client);
  }

  private static InterviewersApiAsync postsAsync(ApiClient client) {
    return new InterviewersApiAsync(client);
  }

  private static CandidatesApi people(ApiClient client) {
    return new CandidatesApi(client);
  }

  private static CandidatesApiAsync peopleAsync(ApiClient client) {
    return new CandidatesApiAsync(client);
  }
}
