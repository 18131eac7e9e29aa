// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.paging;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.internal.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list that is read without waiting, one page at a time: the next one is asked for when the last
 * one is done with. Immutable and thread-safe.
 *
 * @param <T> what is listed
 */
public final class AsyncPager<T> {
  private final PageSource<T> source;

  /**
   * Creates a list; nothing is sent.
   *
   * @param client sends the calls
   * @param first reads the first page: {@code data}, and {@code has_more} in {@code pagination}
   * @param cursor the property of the last item that the next page starts after
   * @throws IllegalArgumentException if {@code starting_after} is set and blank
   */
  public AsyncPager(ApiClient client, ApiCall<? extends ApiModel> first, String cursor) {
    this.source = new PageSource<>(client, first, cursor);
  }

  /**
   * Reads the first page.
   *
   * @return the page to come; its {@link Page#nextCursor} leads on
   */
  public CompletableFuture<Page<T>> firstPage() {
    return source.fetchAsync(source.start());
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
    CursorTrail trail = new CursorTrail(source.operation(), source.start());
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
