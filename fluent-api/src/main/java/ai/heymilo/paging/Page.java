// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable.
 *
 * @param <T> the type of the items
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

  static <T> Page<T> of(
      List<T> items, boolean hasMore, @Nullable String nextCursor, @Nullable Integer totalCount) {
    return new Page<>(items, hasMore, nextCursor, totalCount);
  }

  /**
   * Returns the items of the page.
   *
   * @return the items in the server's order; unmodifiable
   */
  public List<T> items() {
    return items;
  }

  /**
   * Returns whether there are more items after this page ({@code has_more}).
   *
   * @return true if there are
   */
  public boolean hasMore() {
    return hasMore;
  }

  /**
   * Returns the cursor of the next page, for {@code startingAfter} of a later query. It is set even
   * if {@link #hasMore} is false, because items may be added.
   *
   * @return the cursor of the last item; for an empty page, the cursor with which it was read; null
   *     if there is neither
   */
  public @Nullable String nextCursor() {
    return nextCursor;
  }

  /**
   * Returns the number of items on all pages.
   *
   * @return {@code total_count}; null if the server did not send it
   */
  public @Nullable Integer totalCount() {
    return totalCount;
  }
}
