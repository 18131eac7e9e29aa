package ai.heymilo.paging;

import ai.heymilo.errors.PagingException;
import ai.heymilo.generated.Operation;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cursors that a walk through a list has been at, so that it ends where a server goes in
 * circles.
 */
final class CursorTrail {
  private final Operation operation;
  private final Set<String> seen = new HashSet<>();
  private @Nullable String cursor;
  private boolean more = true;

  CursorTrail(Operation operation, @Nullable String start) {
    this.operation = operation;
    this.cursor = start;
    if (start != null) {
      seen.add(start);
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
        throw PagingException.of(operation, "the server says has_more and sent nothing");
      }
      if (next == null || !seen.add(next)) {
        throw PagingException.of(operation, "the cursor does not advance");
      }
    }
    cursor = next;
    more = page.hasMore();
  }
}
