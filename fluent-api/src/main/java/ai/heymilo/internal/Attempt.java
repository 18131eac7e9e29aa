package ai.heymilo.internal;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
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
  private final Duration timeout;
  private volatile @Nullable BoundedBody<T> body;
  private volatile @Nullable Throwable expired;
  private volatile @Nullable CompletableFuture<HttpResponse<BoundedBody.Content<T>>> exchange;

  Attempt(Duration timeout) {
    this.timeout = timeout;
  }

  /** Sends; the outcome never fails, and cancelling it cancels the exchange. */
  CompletableFuture<Outcome<T>> send(
      HttpClient client, HttpRequest request, BodyHandler<T> handler, Caps caps) {
    CompletableFuture<HttpResponse<BoundedBody.Content<T>>> sent;
    try {
      sent =
          client.sendAsync(
              request,
              info -> {
                BoundedBody<T> bounded = new BoundedBody<>(info, handler, caps);
                body = bounded;
                return bounded;
              });
    } catch (RuntimeException e) {
      outcome.complete(Outcome.failed(e, null));
      return outcome;
    }
    exchange = sent;
    CompletableFuture<Boolean> timer =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, timeout.toNanos(), TimeUnit.NANOSECONDS);
    timer.thenRunAsync(this::expire); // off the thread that keeps the time for everyone
    outcome.whenComplete(
        (ended, failure) -> {
          timer.cancel(false);
          if (failure != null) {
            stop(failure);
          }
        });
    sent.whenComplete(
        (response, failure) ->
            outcome.complete(
                failure == null
                    ? Outcome.answered(response)
                    : Outcome.failed(
                        expired != null ? expired : Futures.unwrapped(failure), body)));
    return outcome;
  }

  long bytesReceived() {
    BoundedBody<T> begun = body;
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
    BoundedBody<T> begun = body;
    if (begun != null) {
      begun.stop(why);
    }
    CompletableFuture<?> sent = exchange;
    if (sent != null) {
      sent.cancel(true);
    }
  }
}
