// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.errors.PagingException;
import ai.heymilo.generated.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of an iteration, which ends it when a server repeats itself. The latest cursors
 * detect short cycles at once; one older mark, moved after twice as many pages each time, detects
 * cycles of any length (Brent's algorithm). Memory is bounded however long the list is.
 */
final class CursorTrail {
  private static final int LATEST = 256;

  private final Operation operation;
  private final Deque<String> order = new ArrayDeque<>();
  private final Set<String> latest = new HashSet<>();
  private @Nullable String mark;
  private long steps;
  private long nextMark = 1;
  private @Nullable String cursor;
  private boolean more = true;

  CursorTrail(Operation operation, @Nullable String start) {
    this.operation = operation;
    this.cursor = start;
    if (start != null) {
      keep(start);
    }
  }

  @Nullable String cursor() {
    return cursor;
  }

  boolean hasMore() {
    return more;
  }

  /**
   * Moves past a page.
   *
   * @throws PagingException if the server reports more items but no new cursor
   */
  void advance(Page<?> page) {
    String next = page.nextCursor();
    if (page.hasMore()) {
      if (page.items().isEmpty()) {
        throw PagingException.of(
            operation, "the server reported more results but sent no new item");
      }
      if (next == null || latest.contains(next) || next.equals(mark)) {
        throw PagingException.of(
            operation, "the server reported more results but sent no new cursor");
      }
      keep(next);
    }
    cursor = next;
    more = page.hasMore();
  }

  private void keep(String next) {
    order.add(next);
    latest.add(next);
    if (order.size() > LATEST) {
      latest.remove(order.remove());
    }
    if (++steps == nextMark) {
      mark = next;
      nextMark *= 2;
    }
  }
}
