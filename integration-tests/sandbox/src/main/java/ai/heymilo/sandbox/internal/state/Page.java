// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One page of a list, newest first. */
public final class Page<T> {
  private final List<T> items;
  private final boolean more;
  private final @Nullable Integer total;

  private Page(List<T> items, boolean more, @Nullable Integer total) {
    this.items = items;
    this.more = more;
    this.total = total;
  }

  /**
   * Takes a page from the elements {@code from} to {@code to} of a list.
   *
   * @param oldestFirst the list
   * @param from the first index that counts, inclusive
   * @param to the last index that counts, exclusive
   * @param before the index of the cursor, itself excluded; {@code to} for the first page
   */
  static <T> Page<T> of(List<T> oldestFirst, int from, int to, int before, int limit) {
    int end = Math.min(before, to);
    int start = Math.max(from, end - limit);
    List<T> items = new ArrayList<>();
    for (int i = end - 1; i >= start; i--) {
      items.add(oldestFirst.get(i));
    }
    return new Page<>(items, start > from, Math.max(0, to - from));
  }

  /** Takes a page of those elements before the cursor that {@code wanted} accepts. */
  static <T> Page<T> of(List<T> oldestFirst, int before, int limit, Predicate<T> wanted) {
    List<T> items = new ArrayList<>();
    for (int i = before - 1; i >= 0; i--) {
      T item = oldestFirst.get(i);
      if (wanted.test(item)) {
        if (items.size() == limit) {
          return new Page<>(items, true, null);
        }
        items.add(item);
      }
    }
    return new Page<>(items, false, null);
  }

  /** Returns the elements. */
  public List<T> items() {
    return List.copyOf(items);
  }

  /** Returns whether there is anything after this page. */
  public boolean hasMore() {
    return more;
  }

  /** Returns the number of elements on all pages, null when it would have to be counted. */
  public @Nullable Integer total() {
    return total;
  }
}
