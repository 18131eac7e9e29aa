// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.internal.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read without waiting, one page at a time: the next one is asked for when the last
 * one is done with. Immutable and thread-safe.
 *
 * @param <T> what is listed
 */
public final class AsyncPager<T> {
  private final PageSource<T> source;
  private final @Nullable String start;

  /**
   * Not for callers: the lists of the client make them.
   *
   * @param source reads a page
   * @param query where to start
   */
  public AsyncPager(PageSource<T> source, PageQuery<?> query) {
    this.source = source;
    this.start = query.start();
  }

  /**
   * Reads the first page.
   *
   * @return the page to come; its {@link Page#nextCursor} leads on
   */
  public CompletableFuture<Page<T>> firstPage() {
    return source.fetchAsync(start);
  }

  /**
   * Hands over each item in turn.
   *
   * @param consumer takes an item; it is called on a thread of the transport and should not block
   * @return completes after the last item, or fails with the first failure; cancelling it cancels
   *     the request that is under way
   */
  public CompletableFuture<Void> forEach(Consumer<? super T> consumer) {
    return forEachWhile(
        item -> {
          consumer.accept(item);
          return true;
        });
  }

  /**
   * Hands over each item in turn, until there is enough.
   *
   * @param consumer takes an item and says whether it wants more; it is called on a thread of the
   *     transport and should not block
   * @return completes after the last item that was wanted, or fails with the first failure;
   *     cancelling it cancels the request that is under way
   */
  public CompletableFuture<Void> forEachWhile(Predicate<? super T> consumer) {
    return walk(
        page -> CompletableFuture.completedFuture(page.items().stream().allMatch(consumer)));
  }

  /**
   * Hands over each page in turn; the next one is asked for when the future of the last is
   * complete.
   *
   * @param consumer takes a page and says when it is done with
   * @return completes after the last page, or fails with the first failure; cancelling it cancels
   *     the request that is under way, or what the consumer returned last
   */
  public CompletableFuture<Void> forEachPage(
      Function<? super Page<T>, ? extends CompletableFuture<?>> consumer) {
    return walk(page -> Futures.map(consumer.apply(page), done -> true));
  }

  private CompletableFuture<Void> walk(Function<Page<T>, CompletableFuture<Boolean>> consumer) {
    CursorTrail trail = new CursorTrail(source.operation(), start);
    AtomicBoolean wanted = new AtomicBoolean(true);
    return Futures.repeatWhile(
        () -> wanted.get() && trail.hasMore(),
        () ->
            Futures.map(
                Futures.then(
                    source.fetchAsync(trail.cursor()),
                    page -> {
                      trail.advance(page);
                      return consumer.apply(page);
                    }),
                more -> {
                  wanted.set(more);
                  return more;
                }));
  }
}
