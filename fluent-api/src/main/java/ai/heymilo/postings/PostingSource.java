// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.Operation;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.ListResponsePostingResponse;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Session;
import ai.heymilo.paging.Page;
import ai.heymilo.paging.PageSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The list of interviewers, of which each is the cursor of what follows. */
final class PostingSource implements PageSource<PostingResponse> {
  private final Session session;
  private final PostingQuery query;

  PostingSource(Session session, PostingQuery query) {
    this.session = session;
    this.query = query;
  }

  @Override
  public Operation operation() {
    return InterviewersApi.LIST_POSTINGS;
  }

  @Override
  public Page<PostingResponse> fetch(@Nullable String cursor) {
    return page(session.interviewers().listPostings(query.params(cursor)), cursor);
  }

  @Override
  public CompletableFuture<Page<PostingResponse>> fetchAsync(@Nullable String cursor) {
    return Futures.map(
        session.interviewersAsync().listPostings(query.params(cursor)),
        response -> page(response.body(), cursor));
  }

  private static Page<PostingResponse> page(
      ListResponsePostingResponse response, @Nullable String cursor) {
    return PageSource.page(
        InterviewersApi.LIST_POSTINGS,
        response.getData(),
        response.getPagination(),
        cursor,
        PostingResponse::getId);
  }
}
