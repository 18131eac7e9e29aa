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
 * A list that is read without blocking, one page at a time: the next page is requested once the
 * last one has been processed. Immutable and thread-safe.
 *
 * @param <T> the type of the items
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
   * @return the future page; {@link Page#nextCursor} is the cursor of the next one
   */
  public CompletableFuture<Page<T>> firstPage() {
    return source.fetchAsync(source.start());
  }

  /**
   * Passes each item to a consumer.
   *
   * @param consumer is called on a thread of the transport, where it should not block
   * @return a future that completes after the last item, or fails with the first failure;
   *     cancelling it cancels the current request
   */
  public CompletableFuture<Void> forEach(Consumer<? super T> consumer) {
    return forEachWhile(
        item -> {
          consumer.accept(item);
          return true;
        });
  }

  /**
   * Passes items to a consumer until it returns false.
   *
   * @param consumer returns whether to continue; it is called on a thread of the transport, where
   *     it should not block
   * @return a future that completes after the last item that was passed, or fails with the first
   *     failure; cancelling it cancels the current request
   */
  public CompletableFuture<Void> forEachWhile(Predicate<? super T> consumer) {
    return walk(
        page -> CompletableFuture.completedFuture(page.items().stream().allMatch(consumer)));
  }

  /**
   * Passes each page to a consumer; the next page is requested when the consumer's future is
   * complete.
   *
   * @param consumer returns a future that completes when it has processed the page
   * @return a future that completes after the last page, or fails with the first failure;
   *     cancelling it cancels the current request or the consumer's current future
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
                  return null;
                }));
  }
}
