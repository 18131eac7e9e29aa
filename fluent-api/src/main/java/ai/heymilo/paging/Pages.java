// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.internal.Futures;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the pages of a list. After a failure, {@link #next} requests the same page again.
 * Not thread-safe.
 *
 * @param <T> the type of the items
 */
public final class Pages<T> implements Iterator<Page<T>> {
  private final PageSource<T> source;
  private final CursorTrail trail;
  private final boolean prefetch;
  private @Nullable CompletableFuture<Page<T>> ahead;

  Pages(PageSource<T> source, boolean prefetch) {
    this.source = source;
    this.trail = new CursorTrail(source.operation(), source.start());
    this.prefetch = prefetch;
  }

  /**
   * Returns whether there is another page. There always is a first one.
   *
   * @return true if {@link #next} requests a page
   */
  @Override
  public boolean hasNext() {
    return trail.hasMore();
  }

  /**
   * Reads the next page.
   *
   * @return the page
   * @throws NoSuchElementException if there is none
   * @throws ai.heymilo.errors.PagingException if the server reports more pages but sends no way to
   *     reach them
   * @throws ai.heymilo.errors.HeyMiloException if the page could not be read; calling again
   *     requests the same page
   */
  @Override
  public Page<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more pages");
    }
    CompletableFuture<Page<T>> fetched = ahead;
    ahead = null;
    Page<T> page =
        fetched == null ? source.fetch(trail.cursor()) : Futures.await(fetched, source.operation());
    trail.advance(page);
    if (prefetch && trail.hasMore()) {
      ahead = Futures.started(() -> source.fetchAsync(trail.cursor()));
    }
    return page;
  }

  /**
   * Returns the cursor from which to resume, for {@code startingAfter} of a later query.
   *
   * @return the cursor after the last page read; null before the first
   */
  public @Nullable String cursor() {
    return trail.cursor();
  }
}
