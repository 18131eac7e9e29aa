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
 * The cursors that a walk through a list has been at, so that it ends where a server goes in
 * circles. It keeps the latest of them, which find a short circle at once, and one older mark that
 * is set anew after twice as many pages each time, which finds a circle of any length (Brent's
 * algorithm). So it stays small however long the list is.
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
   * Goes on after a page.
   *
   * @throws PagingException if the server says that there is more, and gives no way to get there
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
