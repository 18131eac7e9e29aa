// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Session;
import ai.heymilo.postings.PostingAsync;
import ai.heymilo.postings.PostingsAsync;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client for calls that do not wait: {@link HeyMilo#async} makes it. No thread is blocked while a
 * call waits for the rate limit, for a retry or for an answer. Thread-safe.
 */
public final class HeyMiloAsync {
  private final Session session;
  private final Function<Consumer<? super ApiResponse<?>>, HeyMiloAsync> observed;

  HeyMiloAsync(Session session, Function<Consumer<? super ApiResponse<?>>, HeyMiloAsync> observed) {
    this.session = session;
    this.observed = observed;
  }

  /**
   * Creates and finds interviewers.
   *
   * @return all interviewers of the workspace
   */
  public PostingsAsync postings() {
    return new PostingsAsync(session);
  }

  /**
   * Returns a handle of one interviewer; nothing is sent.
   *
   * @param id the interviewer's id
   * @return its handle
   * @throws IllegalArgumentException if there can be no such id: empty, dots alone, or with control
   *     characters
   */
  public PostingAsync posting(String id) {
    return postings().posting(id);
  }

  /**
   * Makes a call and returns, beside its value, the server's response; see {@link
   * HeyMilo#withResponse}.
   *
   * @param call makes one call; of several, the last answer is returned
   * @param <T> what the call returns
   * @return the future value and response
   */
  public <T> CompletableFuture<RawResponse<T>> withResponse(
      Function<? super HeyMiloAsync, CompletableFuture<T>> call) {
    AtomicReference<ApiResponse<?>> last = new AtomicReference<>();
    return Futures.map(
        Futures.started(() -> call.apply(observed.apply(last::set))),
        value -> RawResponse.of(value, last.get()));
  }
}
