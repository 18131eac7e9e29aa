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
 * A list whose pages are fetched as it is iterated, with one page in memory at a time. Each
 * iteration starts from the beginning. The pager is immutable and thread-safe; its iterators,
 * streams and {@link Pages} are not thread-safe.
 *
 * @param <T> the type of the items
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
   * Returns the same list, with the next page fetched while the current one is processed.
   *
   * @return the list
   */
  public Pager<T> prefetch() {
    return new Pager<>(source, true);
  }

  /**
   * Iterates over the pages.
   *
   * @return a new iterator; nothing is sent yet
   */
  public Pages<T> pages() {
    return new Pages<>(source, prefetch);
  }

  /**
   * Iterates over the items. After a failure, the iterator requests the same page again.
   *
   * @return a new iterator; nothing is sent yet
   */
  @Override
  public Iterator<T> iterator() {
    return new Items<>(pages());
  }

  /**
   * Returns the items as a sequential stream, whose pages are fetched as it is consumed.
   *
   * @return a new stream; nothing is sent yet
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
