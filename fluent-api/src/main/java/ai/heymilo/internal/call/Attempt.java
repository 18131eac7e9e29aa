// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.internal.ApiKey;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.Futures;
import ai.heymilo.internal.SystemTime;
import ai.heymilo.internal.http.BoundedBody;
import ai.heymilo.internal.http.OneShotBody;
import ai.heymilo.transport.CallListener;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request on the wire, with a timeout for headers and body: the JDK's own covers the headers
 * only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which handle failures
final class Attempt<T> {
  private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
  private final ApiCall<T> call;
  private final ClientOptions options;
  private final int number;
  private final Duration timeout;
  private final boolean foreign;
  private final OneShotBody sent;
  private final HttpRequest request;
  private volatile @Nullable BoundedBody body;
  private volatile @Nullable Throwable expired;
  private volatile @Nullable CompletableFuture<HttpResponse<BoundedBody>> exchange;
  private @Nullable Thread waiting;
  private boolean woken;

  /**
   * Creates an attempt.
   *
   * @param number the number within its call, from 1
   * @param left the time that the call has left
   */
  Attempt(
      ApiCall<T> call,
      ClientOptions options,
      ApiKey key,
      HttpClient client,
      int number,
      Duration left) {
    // a decorated client may send a body without asking ours
    this.foreign = client.getClass().getModule() != HttpClient.class.getModule();
    this.call = call;
    this.options = options;
    this.number = number;
    Duration most = options.timeouts().attempt();
    this.timeout = most.compareTo(left) < 0 ? most : left;
    BodyPublisher content = call.body();
    this.sent =
        new OneShotBody(
            content == null ? BodyPublishers.noBody() : content,
            client.version() == HttpClient.Version.HTTP_2);
    this.request = request(key);
  }

  private HttpRequest request(ApiKey key) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri()).timeout(timeout);
    call.headers().forEach(builder::setHeader);
    options.setHeaders(builder);
    builder.setHeader("X-API-KEY", key.value());
    return builder.method(call.operation().method(), sent).build();
  }

  /** Returns the outcome, which never fails; cancelling it cancels the exchange. */
  CompletableFuture<Outcome<T>> outcome() {
    return outcome;
  }

  /**
   * Sends, unless it was cancelled before.
   *
   * @param client not stored: an idle connection may refer to its last exchange, and would keep the
   *     client alive
   * @param starter runs the start, which may wait for the server's name to be resolved
   */
  void send(HttpClient client, Executor starter) {
    keepTime();
    starter.execute(() -> start(client));
  }

  private void start(HttpClient client) {
    if (outcome.isDone()) {
      return;
    }
    try {
      CompletableFuture<HttpResponse<BoundedBody>> started = client.sendAsync(request, bounded());
      exchange = started;
      if (outcome.isDone()) {
        started.cancel(true); // timed out meanwhile
      }
      started.whenComplete(
          (response, failure) ->
              end(response, failure == null ? null : Futures.unwrapped(failure)));
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /**
   * Sends, unless it was cancelled before, and waits on this thread. On two processors, an
   * asynchronous call takes three times as long, because the JDK starts a thread to complete each.
   */
  void sendHere(HttpClient client) {
    keepTime();
    HttpResponse<BoundedBody> response = null;
    Throwable failure = null;
    boolean interrupted = false;
    try {
      enter();
      if (!outcome.isDone()) {
        response = client.send(request, bounded());
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (Throwable e) {
      failure = e;
    } finally {
      interrupted &= !leave();
    }
    if (interrupted) {
      Thread.currentThread().interrupt(); // for the code that waits for the call
    } else {
      end(response, failure == null ? null : original(failure));
    }
  }

  private BodyHandler<BoundedBody> bounded() {
    return info -> {
      BoundedBody bounded = new BoundedBody(info, options.cap(info.statusCode()));
      body = bounded;
      return bounded;
    };
  }

  private void keepTime() {
    CompletableFuture<Boolean> timer =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, timeout.toNanos(), TimeUnit.NANOSECONDS);
    timer.thenAccept(
        late -> {
          if (late) {
            SystemTime.WAKERS.execute(this::expire); // not on the shared timer thread
          }
        });
    outcome.whenComplete(
        (ended, failure) -> {
          timer.complete(false); // cancelling would create an exception for each call
          if (failure != null) {
            stop(failure);
          }
        });
  }

  private void end(@Nullable HttpResponse<BoundedBody> response, @Nullable Throwable failure) {
    try {
      if (response != null) {
        outcome.complete(answered(response));
      } else if (failure instanceof IllegalArgumentException) {
        // of the JDK, for a Content-Length that is not a number
        fail(new IOException("the response is not HTTP", failure));
      } else if (failure != null) {
        fail(failure);
      }
    } catch (Throwable e) { // a callback of the JDK would lose it
      fail(e);
    }
  }

  private Outcome<T> answered(HttpResponse<BoundedBody> response) throws IOException {
    BoundedBody received = response.body(); // null if a proxy refused the tunnel
    byte[] bytes = received == null ? new byte[0] : received.bytes();
    int status = response.statusCode();
    return call.succeeds(status)
        ? Outcome.succeeded(call.read(status, response.headers(), bytes, number))
        : Outcome.refused(status, response.headers(), bytes);
  }

  private void fail(Throwable failure) {
    Throwable why = expired != null ? expired : failure;
    outcome.complete(Outcome.failed(why, body, sent.stop() || foreign));
  }

  private synchronized void enter() {
    waiting = Thread.currentThread();
  }

  /** Returns whether {@link #stop} woke this thread; that interrupt is cleared. */
  private synchronized boolean leave() {
    waiting = null;
    if (woken) {
      Thread.interrupted();
    }
    return woken;
  }

  private synchronized void wake() {
    if (waiting != null && !waiting.isInterrupted()) { // an interrupt of its own ends the wait
      woken = true;
      waiting.interrupt();
    }
  }

  /** Returns the event for listeners. */
  CallListener.Attempt event(Outcome<T> ended, Duration took) {
    Throwable failure = ended.failure;
    BodyPublisher sent = call.body();
    BoundedBody begun = body;
    return CallListener.Attempt.of(
        number,
        ended.status,
        failure == null ? null : failure.getClass().getName(),
        sent == null ? 0 : sent.contentLength(),
        begun == null ? 0 : begun.received(),
        took);
  }

  private void expire() {
    HttpTimeoutException failure =
        new HttpTimeoutException("no complete response within " + timeout.toMillis() + " ms");
    expired = failure;
    stop(failure);
    fail(failure);
  }

  private void stop(Throwable why) {
    sent.stop();
    BoundedBody begun = body;
    if (begun != null) {
      begun.stop(why);
    }
    CompletableFuture<?> sent = exchange;
    if (sent != null) {
      sent.cancel(true);
    }
    wake();
  }

  /** Returns the failure that the JDK wrapped, with the same text, for the waiting thread. */
  private static Throwable original(Throwable failure) {
    Throwable cause = failure.getCause();
    if (cause == null || !(failure instanceof IOException)) {
      return failure;
    }
    return Objects.equals(cause.getMessage(), failure.getMessage()) ? cause : failure;
  }
}
