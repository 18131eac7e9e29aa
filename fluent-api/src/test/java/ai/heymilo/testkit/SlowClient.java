// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A client that holds up the thread that sends, whatever interrupts it, as the resolver of names
 * does; until it is let go.
 */
public final class SlowClient extends HttpClient {
  private final HttpClient delegate =
      HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER).build();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger sending = new AtomicInteger();

  /** Waits until a request is held up. */
  public void awaitRequest() throws InterruptedException {
    entered.await();
  }

  public void release() {
    released.countDown();
  }

  /** Returns the client that sends in the end. */
  public HttpClient delegate() {
    return delegate;
  }

  /** Waits until no thread is held up or about to send any more. */
  public void awaitIdle() {
    while (sending.get() > 0) {
      Thread.onSpinWait();
    }
  }

  private void resolve() {
    sending.incrementAndGet();
    entered.countDown();
    while (released.getCount() > 0) {
      LockSupport.parkNanos(1_000_000); // not at all once interrupted, which it stays
    }
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    resolve();
    try {
      return delegate.send(request, handler);
    } finally {
      sending.decrementAndGet();
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    resolve();
    try {
      return delegate.sendAsync(request, handler);
    } finally {
      sending.decrementAndGet();
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.PushPromiseHandler<T> pushes) {
    resolve();
    try {
      return delegate.sendAsync(request, handler, pushes);
    } finally {
      sending.decrementAndGet();
    }
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return delegate.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return delegate.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return delegate.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return delegate.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return delegate.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return delegate.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return delegate.authenticator();
  }

  @Override
  public Version version() {
    return delegate.version();
  }

  @Override
  public Optional<Executor> executor() {
    return delegate.executor();
  }
}
