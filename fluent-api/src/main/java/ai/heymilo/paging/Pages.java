// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.internal.Futures;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A walk through a list, page by page. A page that could not be read can be asked for again: {@link
 * #next} after a failure asks for the same page. Not thread-safe.
 *
 * @param <T> what is listed
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
   * Says whether there is another page. The first one always is.
   *
   * @return true if {@link #next} will ask for a page
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
   * @throws ai.heymilo.errors.PagingException if the server's pages do not lead on
   * @throws ai.heymilo.errors.HeyMiloException if the page could not be read; calling again asks
   *     for the same page
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
   * Returns where to go on from: give it to a query's {@code startingAfter} to read what has not
   * been read yet.
   *
   * @return the cursor after the last page that was read; null before the first
   */
  public @Nullable String cursor() {
    return trail.cursor();
  }
}
