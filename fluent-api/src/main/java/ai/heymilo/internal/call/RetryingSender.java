// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.Sender;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.Futures;
import ai.heymilo.transport.QuotaStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Sends calls with API key, rate limit, retries and timeouts, and throws the exceptions of {@link
 * ai.heymilo.errors}. Thread-safe.
 */
public final class RetryingSender implements Sender, AutoCloseable {
  private final SharedState shared;
  private final ClientOptions options;
  private final Consumer<? super ApiResponse<?>> observer;
  private final boolean view;

  private RetryingSender(
      SharedState shared,
      ClientOptions options,
      Consumer<? super ApiResponse<?>> observer,
      boolean view) {
    this.view = view;
    this.shared = shared;
    this.options = options;
    this.observer = observer;
  }

  /**
   * Opens a sender.
   *
   * @throws IllegalArgumentException if the base URL is invalid
   */
  public static RetryingSender open(ClientOptions options) {
    options.baseUrl();
    return new RetryingSender(
        new SharedState(options, new Connections(options)), options, response -> {}, false);
  }

  /** Returns a view whose calls have other options. */
  public RetryingSender with(ClientOptions other) {
    return new RetryingSender(shared, other, observer, true);
  }

  /** Returns a view for another key, with gate, limiter and retry budget of its own. */
  public RetryingSender withApiKey(ClientOptions tenant) {
    return new RetryingSender(new SharedState(tenant, shared.connections), tenant, observer, true);
  }

  /** Returns a view whose responses are also passed to an observer. */
  public RetryingSender observedBy(Consumer<? super ApiResponse<?>> another) {
    return new RetryingSender(
        shared,
        options,
        response -> {
          observer.accept(response);
          another.accept(response);
        },
        true);
  }

  @Override
  public <T> ApiResponse<T> send(ApiCall<T> call) {
    RetryLoop<T> loop = new RetryLoop<>(shared, options, call, observer);
    if (Thread.currentThread().isInterrupted()) {
      throw loop.interrupted(new InterruptedException("before the call"));
    }
    try {
      return loop.run();
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  @Override
  public <T> CompletableFuture<ApiResponse<T>> sendAsync(ApiCall<T> call) {
    return Futures.started(() -> new RetryLoop<>(shared, options, call, observer).start());
  }

  /** Returns the failure with the stack trace of the thread that waited for it. */
  private static RuntimeException thrown(ExecutionException e) {
    Throwable failure = e.getCause();
    if (failure instanceof HeyMiloException) {
      failure.fillInStackTrace();
    }
    return failure instanceof RuntimeException
        ? (RuntimeException) failure
        : new IllegalStateException(failure);
  }

  @Override
  public String toString() {
    return "RetryingSender[" + options.baseUrl() + "]";
  }

  public ClientOptions options() {
    return options;
  }

  /** Returns the state of the rate limit. */
  public QuotaStatus quota() {
    return shared.gate.quota();
  }

  /**
   * Ends the calls under way with an exception and releases the connections, for all views; closing
   * a view does nothing. Calls after that throw {@link ai.heymilo.errors.ClientClosedException}.
   */
  @Override
  public void close() {
    if (!view) {
      shared.connections.close();
    }
  }

  /**
   * Accepts no further calls, and closes once those under way have ended or the time has passed.
   */
  public void close(Duration atMost) {
    if (!view) {
      shared.connections.close(atMost);
    }
  }
}
