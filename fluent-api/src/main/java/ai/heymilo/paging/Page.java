// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable.
 *
 * @param <T> what is listed
 */
public final class Page<T> {
  private final List<T> items;
  private final boolean hasMore;
  private final @Nullable String nextCursor;
  private final @Nullable Integer totalCount;

  private Page(
      List<T> items, boolean hasMore, @Nullable String nextCursor, @Nullable Integer totalCount) {
    this.items = List.copyOf(items);
    this.hasMore = hasMore;
    this.nextCursor = nextCursor;
    this.totalCount = totalCount;
  }

  /** Not for callers: the lists of the client make them. */
  static <T> Page<T> of(
      List<T> items, boolean hasMore, @Nullable String nextCursor, @Nullable Integer totalCount) {
    return new Page<>(items, hasMore, nextCursor, totalCount);
  }

  /**
   * Returns what is on the page.
   *
   * @return the items in the server's order; unmodifiable
   */
  public List<T> items() {
    return items;
  }

  /**
   * Says whether the server has more after this page ({@code has_more}).
   *
   * @return true if there is more
   */
  public boolean hasMore() {
    return hasMore;
  }

  /**
   * Returns where to go on later ({@code starting_after}): give it to a query to read what comes
   * after this page, also when {@link #hasMore} is false now.
   *
   * @return the cursor of the last item; where the page is empty, the cursor it was read from; null
   *     if there is neither
   */
  public @Nullable String nextCursor() {
    return nextCursor;
  }

  /**
   * Returns how many items there are in all.
   *
   * @return {@code total_count}, or null if the server does not say
   */
  public @Nullable Integer totalCount() {
    return totalCount;
  }
}
