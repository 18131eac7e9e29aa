// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.resources.HeyMiloResourcesAsync;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client for asynchronous calls: {@link HeyMilo#async}. No thread is blocked while a call waits
 * for the rate limit, for a retry or for a response. Thread-safe.
 */
public final class HeyMiloAsync extends HeyMiloResourcesAsync {
  private final Function<Consumer<? super ApiResponse<?>>, HeyMiloAsync> observed;

  HeyMiloAsync(
      ApiClient client, Function<Consumer<? super ApiResponse<?>>, HeyMiloAsync> observed) {
    super(client);
    this.observed = observed;
  }

  /**
   * Prepares a call of an operation that this client has no method for; see {@link HeyMilo#call}.
   *
   * @param method the HTTP method, in capitals
   * @param path the path below the base URL
   * @param more sets parameters and body
   * @return the call
   * @throws IllegalArgumentException if the path does not begin with a slash, or has a query
   */
  public CustomCallAsync call(String method, String path, Consumer<? super ApiCall.Builder> more) {
    return CustomCall.of(api(), method, path, more).async();
  }

  /**
   * Makes a call and returns, beside its value, the server's response; see {@link
   * HeyMilo#withResponse}.
   *
   * @param call makes one call; of several, the last response is returned
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
