// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.OperationRequest;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** The {@link HttpClient} that stubs are given: each request is a call of a {@link RetryLoop}. */
final class CallingClient extends HttpClient {
  private final Core core;
  private final Settings settings;

  CallingClient(Core core, Settings settings) {
    this.core = core;
    this.settings = settings;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    RetryLoop<T> call = call(request, handler);
    if (Thread.currentThread().isInterrupted()) {
      throw call.interrupted(new InterruptedException("before the call"));
    }
    try {
      return call.make();
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return Futures.started(() -> call(request, handler).start());
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      BodyHandler<T> handler,
      @Nullable PushPromiseHandler<T> pushPromiseHandler) {
    if (pushPromiseHandler != null) {
      throw new IllegalArgumentException("push promises are not supported");
    }
    return sendAsync(request, handler);
  }

  private <T> RetryLoop<T> call(HttpRequest request, BodyHandler<T> handler) {
    if (!(request instanceof OperationRequest)) {
      throw new IllegalArgumentException(
          "this client sends requests of the generated stubs only, not " + request.getClass());
    }
    return new RetryLoop<>(core, settings, (OperationRequest) request, handler);
  }

  /** The failure with the stack of the thread that waited for it, which is where to look. */
  private static RuntimeException thrown(ExecutionException e) {
    Throwable failure = e.getCause();
    if (failure instanceof HeyMiloException) {
      failure.fillInStackTrace();
      return (HeyMiloException) failure;
    }
    if (failure instanceof RuntimeException) {
      return (RuntimeException) failure;
    }
    return new IllegalStateException(failure);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return core.delegate().cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return core.delegate().connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return core.delegate().proxy();
  }

  @Override
  public SSLContext sslContext() {
    return core.delegate().sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return core.delegate().sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return core.delegate().version();
  }

  @Override
  public Optional<Executor> executor() {
    return core.delegate().executor();
  }

  @Override
  public String toString() {
    return "HeyMilo HttpClient";
  }
}
