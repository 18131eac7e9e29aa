package ai.heymilo.postings;

import ai.heymilo.generated.api.InterviewersApi.ListPostingsParams;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which interviewers are listed, and how. What is not set is not sent. Not thread-safe. */
public final class PostingQuery {
  private @Nullable Integer pageSize;
  private @Nullable String startingAfter;
  private @Nullable String title;
  private boolean prefetch;

  PostingQuery() {}

  /**
   * Sets how many interviewers are on a page ({@code limit}).
   *
   * @param postings 1–100; the server's default is 20
   * @return this query
   */
  public PostingQuery pageSize(int postings) {
    this.pageSize = postings;
    return this;
  }

  /**
   * Starts after an interviewer ({@code starting_after}), to go on where an earlier listing
   * stopped.
   *
   * @param postingId the interviewer's id
   * @return this query
   */
  public PostingQuery startingAfter(String postingId) {
    this.startingAfter = Objects.requireNonNull(postingId, "postingId");
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

  /**
   * Reads the next page while the caller works on the last; without effect on calls that do not
   * wait.
   *
   * @return this query
   */
  public PostingQuery prefetch() {
    this.prefetch = true;
    return this;
  }

  @Nullable String start() {
    return startingAfter;
  }

  boolean prefetches() {
    return prefetch;
  }

  ListPostingsParams params(@Nullable String cursor) {
    return new ListPostingsParams().limit(pageSize).startingAfter(cursor).title(title);
  }
}
