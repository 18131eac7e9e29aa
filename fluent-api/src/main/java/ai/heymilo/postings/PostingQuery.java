// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.api.InterviewersApi.ListPostingsParams;
import ai.heymilo.paging.PageQuery;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which interviewers are listed, and how. What is not set is not sent. Not thread-safe. */
public final class PostingQuery extends PageQuery<PostingQuery> {
  private @Nullable String title;

  PostingQuery() {}

  @Override
  protected PostingQuery self() {
    return this;
  }

  /**
   * Lists only interviewers whose title holds a text, in capitals or not ({@code title}).
   *
   * @param text the text
   * @return this query
   */
  public PostingQuery titleContains(String text) {
    this.title = Objects.requireNonNull(text, "text");
    return this;
  }

  ListPostingsParams params(@Nullable String cursor) {
    return new ListPostingsParams().limit(pageSize()).startingAfter(cursor).title(title);
  }
}
