// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import org.jspecify.annotations.Nullable;

/**
 * How a list is read, whatever it lists. What is not set is not sent. Not thread-safe.
 *
 * @param <Q> the query itself
 */
public abstract class PageQuery<Q extends PageQuery<Q>> {
  private @Nullable Integer pageSize;
  private @Nullable String startingAfter;
  private boolean prefetch;

  /** For the queries of the client. */
  protected PageQuery() {}

  /**
   * Returns this query.
   *
   * @return this query
   */
  protected abstract Q self();

  /**
   * Sets how many items are on a page ({@code limit}).
   *
   * @param items 1–100; the server's default is 20
   * @return this query
   */
  public Q pageSize(int items) {
    this.pageSize = items;
    return self();
  }

  /**
   * Starts after an item ({@code starting_after}), to go on where an earlier listing stopped.
   *
   * @param cursor {@link Page#nextCursor} of the last page that was read, or the id of the last
   *     item: {@code id} of an interviewer, {@code interview_id} of a candidate
   * @return this query
   * @throws IllegalArgumentException if it is blank: who knows what a server makes of that
   */
  public Q startingAfter(String cursor) {
    if (cursor.isBlank()) {
      throw new IllegalArgumentException("cursor must not be blank");
    }
    this.startingAfter = cursor;
    return self();
  }

  /**
   * Reads the next page while the caller works on the last; without effect on calls that do not
   * wait.
   *
   * @return this query
   */
  public Q prefetch() {
    this.prefetch = true;
    return self();
  }

  /**
   * Returns how many items are on a page.
   *
   * @return the number, or null if it was not set
   */
  protected final @Nullable Integer pageSize() {
    return pageSize;
  }

  @Nullable String start() {
    return startingAfter;
  }

  boolean prefetches() {
    return prefetch;
  }
}
