// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read as it is walked through, one page in memory at a time. Each walk asks the
 * server anew. The pager is immutable and thread-safe, its iterators, streams and {@link Pages} are
 * not.
 *
 * @param <T> what is listed
 */
public final class Pager<T> implements Iterable<T> {
  private final PageSource<T> source;
  private final @Nullable String start;
  private final boolean prefetch;

  /**
   * Not for callers: the lists of the client make them.
   *
   * @param source reads a page
   * @param query where to start, and whether to read ahead
   */
  public Pager(PageSource<T> source, PageQuery<?> query) {
    this.source = source;
    this.start = query.start();
    this.prefetch = query.prefetches();
  }

  /**
   * Walks through the list page by page.
   *
   * @return a new walk, which has asked for nothing yet
   */
  public Pages<T> pages() {
    return new Pages<>(source, start, prefetch);
  }

  /**
   * Walks through the list item by item. An iterator whose page could not be read can be used
   * again: it asks for the same page.
   *
   * @return a new walk, which has asked for nothing yet
   */
  @Override
  public Iterator<T> iterator() {
    return new Items<>(pages());
  }

  /**
   * Returns the items as a sequential stream, read as it is consumed.
   *
   * @return a new walk, which has asked for nothing yet
   */
  public Stream<T> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private static final class Items<T> implements Iterator<T> {
    private final Pages<T> pages;
    private Iterator<T> page = Collections.emptyIterator();

    Items(Pages<T> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext() && pages.hasNext()) {
        page = pages.next().items().iterator();
      }
      return page.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("there are no more items");
      }
      return page.next();
    }
  }
}
