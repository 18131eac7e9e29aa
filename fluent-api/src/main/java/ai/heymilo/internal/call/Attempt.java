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
 * One request on the wire, with a deadline over headers and body: the JDK's own ends at the
 * headers, after which a body may drip for ever.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
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
   * @param number which one of its call, from 1
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
    Duration most = options.attemptTimeout();
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

  /** What comes of it: it never fails, and cancelling it cancels the exchange. */
  CompletableFuture<Outcome<T>> outcome() {
    return outcome;
  }

  /**
   * Sends, unless it was cancelled before.
   *
   * @param client not kept: an idle connection may hold its last exchange, and would keep the
   *     client
   * @param starter runs what may wait for the name of the server to be resolved
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
        started.cancel(true); // its time was over meanwhile
      }
      started.whenComplete(
          (response, failure) ->
              end(response, failure == null ? null : Futures.unwrapped(failure)));
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /**
   * Sends, unless it was cancelled before, and waits on this thread. Of two processors, a call that
   * the JDK makes on other threads takes three times as long: it starts a new one for each to be
   * completed on.
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
      Thread.currentThread().interrupt(); // for whoever waits for the call
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
            SystemTime.WAKERS.execute(this::expire); // off the thread that keeps everyone's time
          }
        });
    outcome.whenComplete(
        (ended, failure) -> {
          timer.complete(false); // cancelling makes an exception, with its stack, for each call
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
        // of the JDK, about a header of the response: a Content-Length that is no number
        fail(new IOException("a response that is not HTTP", failure));
      } else if (failure != null) {
        fail(failure);
      }
    } catch (Throwable e) { // in a callback of the JDK it would be lost
      fail(e);
    }
  }

  private Outcome<T> answered(HttpResponse<BoundedBody> response) throws IOException {
    BoundedBody received = response.body(); // null if a proxy refused to open a tunnel
    byte[] bytes = received == null ? new byte[0] : received.bytes();
    int status = response.statusCode();
    return call.succeeds(status)
        ? Outcome.succeeded(call.read(status, response.headers(), bytes, number))
        : Outcome.refused(status, response.headers(), bytes);
  }

  private void fail(Throwable failure) {
    Throwable why = expired != null ? expired : failure;
    outcome.complete(Outcome.failed(why, body, mayHaveBeenSent()));
  }

  /**
   * Returns whether any of the request may have left: the JDK asks for the length of its body last,
   * once there is a connection.
   */
  boolean mayHaveBeenSent() {
    return sent.asked() || foreign;
  }

  private synchronized void enter() {
    waiting = Thread.currentThread();
  }

  /** Says whether {@link #stop} woke this thread, which nobody else is to notice. */
  private synchronized boolean leave() {
    waiting = null;
    if (woken) {
      Thread.interrupted();
    }
    return woken;
  }

  private synchronized void wake() {
    if (waiting != null && !waiting.isInterrupted()) { // else it returns by itself
      woken = true;
      waiting.interrupt();
    }
  }

  /** Returns what listeners learn of this attempt. */
  CallListener.Attempt event(Outcome<T> ended, Duration took) {
    Throwable failure = ended.failure();
    BodyPublisher sent = call.body();
    BoundedBody begun = body;
    return CallListener.Attempt.of(
        number,
        ended.status(),
        failure == null ? null : failure.getClass().getName(),
        sent == null ? 0 : sent.contentLength(),
        begun == null ? 0 : begun.received(),
        took);
  }

  private void expire() {
    HttpTimeoutException failure =
        new HttpTimeoutException("no complete answer within " + timeout.toMillis() + " ms");
    expired = failure;
    stop(failure);
    fail(failure);
  }

  private void stop(Throwable why) {
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

  /**
   * What failed, where the JDK has wrapped it for the thread that waited in another of its text.
   */
  private static Throwable original(Throwable failure) {
    Throwable cause = failure.getCause();
    if (cause == null || !(failure instanceof IOException)) {
      return failure;
    }
    return Objects.equals(cause.getMessage(), failure.getMessage()) ? cause : failure;
  }
}
