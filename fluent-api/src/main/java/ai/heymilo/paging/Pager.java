// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.ApiModel;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is read as it is walked through, one page in memory at a time. Each walk asks the
 * server anew. The pager is immutable and thread-safe, its iterators, streams and {@link Pages} are
 * not.
 *
 * @param <T> what is listed
 */
public final class Pager<T> implements Iterable<T> {
  private final PageSource<T> source;
  private final boolean prefetch;

  /**
   * Creates a list; nothing is sent.
   *
   * @param client sends the calls
   * @param first reads the first page: {@code data}, and {@code has_more} in {@code pagination}
   * @param cursor the property of the last item that the next page starts after
   * @throws IllegalArgumentException if {@code starting_after} is set and blank
   */
  public Pager(ApiClient client, ApiCall<? extends ApiModel> first, String cursor) {
    this(new PageSource<>(client, first, cursor), false);
  }

  private Pager(PageSource<T> source, boolean prefetch) {
    this.source = source;
    this.prefetch = prefetch;
  }

  /**
   * Returns the same list, whose next page is read while the caller works on the last.
   *
   * @return the list
   */
  public Pager<T> prefetch() {
    return new Pager<>(source, true);
  }

  /**
   * Walks through the list page by page.
   *
   * @return a new walk, which has asked for nothing yet
   */
  public Pages<T> pages() {
    return new Pages<>(source, prefetch);
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
