// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.errors.PagingException;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.model.PaginationMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a list from a cursor on. Not for callers to implement: the lists of the client
 * are made of them.
 *
 * @param <T> what is listed
 */
public interface PageSource<T> {
  /**
   * Returns the operation that reads a page.
   *
   * @return the operation
   */
  Operation operation();

  /**
   * Reads a page and waits for it.
   *
   * @param cursor the item to read on from; null for the beginning
   * @return the page
   */
  Page<T> fetch(@Nullable String cursor);

  /**
   * Reads a page.
   *
   * @param cursor the item to read on from; null for the beginning
   * @return the page to come
   */
  CompletableFuture<Page<T>> fetchAsync(@Nullable String cursor);

  /**
   * Makes a page of an answer. If the server repeats the item that the cursor names, it is left
   * out.
   *
   * @param operation the operation that read the page
   * @param all the answer's data
   * @param meta the answer's pagination
   * @param cursor the cursor from which the page was read
   * @param idOf the item's cursor
   * @param <T> what is listed
   * @return the page
   * @throws PagingException if the answer does not say whether there is more, or an item is null or
   *     has no cursor: then nothing can be concluded from it
   */
  static <T> Page<T> page(
      Operation operation,
      List<T> all,
      @Nullable PaginationMeta meta,
      @Nullable String cursor,
      Function<? super T, String> idOf) {
    if (meta == null || meta.getHasMore() == null) {
      throw PagingException.of(operation, "the server sent no has_more");
    }
    List<T> items = new ArrayList<>();
    String next = cursor;
    for (T item : all) {
      String id = item == null ? null : idOf.apply(item);
      if (item == null || id == null || id.isBlank()) {
        throw PagingException.of(operation, "the server sent an item that is null or has no id");
      }
      next = id;
      if (!items.isEmpty() || !id.equals(cursor)) {
        items.add(item);
      }
    }
    return Page.of(items, meta.getHasMore(), next, meta.getTotalCount());
  }
}
