// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request on the wire, with a deadline over headers and body: the JDK's own ends at the
 * headers, after which a body may drip for ever.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
final class Attempt<T> {
  private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
  private final BodyHandler<T> handler;
  private final Duration timeout;
  private volatile @Nullable BoundedBody body;
  private volatile @Nullable Throwable expired;
  private volatile @Nullable CompletableFuture<HttpResponse<BoundedBody>> exchange;
  private @Nullable Thread waiting;
  private boolean woken;

  Attempt(BodyHandler<T> handler, Duration timeout) {
    this.handler = handler;
    this.timeout = timeout;
  }

  /** What comes of it: it never fails, and cancelling it cancels the exchange. */
  CompletableFuture<Outcome<T>> outcome() {
    return outcome;
  }

  /** Sends, unless it was cancelled before. */
  void send(HttpClient client, HttpRequest request, Caps caps) {
    if (outcome.isDone()) {
      return;
    }
    CompletableFuture<HttpResponse<BoundedBody>> sent;
    try {
      sent = client.sendAsync(request, bounded(caps));
    } catch (RuntimeException e) {
      outcome.complete(Outcome.failed(e, null));
      return;
    }
    exchange = sent;
    keepTime();
    sent.whenComplete(
        (response, failure) -> end(response, failure == null ? null : Futures.unwrapped(failure)));
  }

  /**
   * Sends, unless it was cancelled before, and waits on this thread. Of two processors, a call that
   * the JDK makes on other threads takes three times as long: it starts a new one for each to be
   * completed on.
   */
  void sendHere(HttpClient client, HttpRequest request, Caps caps) {
    keepTime();
    HttpResponse<BoundedBody> response = null;
    Throwable failure = null;
    boolean interrupted = false;
    try {
      enter();
      if (!outcome.isDone()) {
        response = client.send(request, bounded(caps));
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

  private BodyHandler<BoundedBody> bounded(Caps caps) {
    return info -> {
      BoundedBody bounded = new BoundedBody(info, caps);
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
    if (failure instanceof IllegalArgumentException) {
      // of the JDK, about a header of the answer: a Content-Length that is no number
      fail(new IOException("an answer that is not HTTP", failure));
    } else if (failure != null) {
      fail(failure);
    } else if (response != null && response.statusCode() >= 300) {
      outcome.complete(Outcome.refused(response));
    } else if (response != null) {
      read(response);
    }
  }

  private void read(HttpResponse<BoundedBody> response) {
    Futures.started(() -> response.body().read(handler).toCompletableFuture())
        .whenComplete(
            (value, failure) -> {
              if (failure != null) {
                fail(Futures.unwrapped(failure));
              } else {
                outcome.complete(Outcome.succeeded(response, value));
              }
            });
  }

  private void fail(Throwable failure) {
    outcome.complete(Outcome.failed(expired != null ? expired : failure, body));
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
    if (waiting != null) {
      woken = true;
      waiting.interrupt();
    }
  }

  long bytesReceived() {
    BoundedBody begun = body;
    return begun == null ? 0 : begun.received();
  }

  private void expire() {
    HttpTimeoutException failure =
        new HttpTimeoutException("no complete answer within " + timeout.toMillis() + " ms");
    expired = failure;
    stop(failure);
    outcome.complete(Outcome.failed(failure, body));
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
