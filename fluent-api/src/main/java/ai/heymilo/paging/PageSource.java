// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

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
   * Makes a page of an answer.
   *
   * @param all the answer's data
   * @param meta the answer's pagination; null reads as "no more"
   * @param cursor what the page was read from
   * @param idOf the item's cursor
   * @param <T> what is listed
   * @return the page
   */
  static <T> Page<T> page(
      List<T> all,
      @Nullable PaginationMeta meta,
      @Nullable String cursor,
      Function<? super T, String> idOf) {
    List<T> items = new ArrayList<>();
    for (T item : all) {
      if (item != null) { // a server may answer null where the document knows no null
        items.add(item);
      }
    }
    String next = items.isEmpty() ? cursor : idOf.apply(items.get(items.size() - 1));
    boolean hasMore = meta != null && Boolean.TRUE.equals(meta.getHasMore());
    return Page.of(items, hasMore, next, meta == null ? null : meta.getTotalCount());
  }
}
