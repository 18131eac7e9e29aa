package ai.heymilo;

import ai.heymilo.internal.Session;
import ai.heymilo.postings.PostingAsync;
import ai.heymilo.postings.PostingsAsync;

/**
 * A client for calls that do not wait: {@link HeyMilo#async} makes it. No thread is blocked while a
 * call waits for the rate limit, for a retry or for an answer. Thread-safe.
 */
public final class HeyMiloAsync {
  private final Session session;

  HeyMiloAsync(Session session) {
    this.session = session;
  }

  /**
   * Creates and finds interviewers.
   *
   * @return all interviewers of the workspace
   */
  public PostingsAsync postings() {
    return new PostingsAsync(session);
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
    return postings().posting(id);
  }
}
