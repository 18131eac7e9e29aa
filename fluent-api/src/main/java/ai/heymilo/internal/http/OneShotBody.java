// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that can be sent once, so that a request is. The JDK repeats a GET by itself when the
 * connection dies before the response, and with {@code jdk.httpclient.enableAllMethodRetry} any
 * request, even a POST. Such a hidden request would be missing from the counts of the limiter and
 * of the attempts.
 *
 * <p>The JDK never subscribes to an empty body, but asks for its length once each time that it is
 * about to send (seen on 17 and 25, tested on the JDK of the build); the second question fails.
 *
 * <p>A request without a body needs one too, so it carries {@code Content-Length: 0}. JDKs before
 * 19 send that anyway, later ones do not for a GET without a publisher. The JDK has no other hook
 * for its repeats that is not global to the process, and sending once matters more: RFC 9110
 * permits the header, while a hidden request breaks the rate limit.
 */
public final class OneShotBody implements BodyPublisher {
  private final BodyPublisher body;
  private final boolean mayBeHttp2;
  private volatile boolean byHttp2;
  private final AtomicBoolean measured = new AtomicBoolean();
  private final AtomicBoolean subscribed = new AtomicBoolean();

  /**
   * Creates a body.
   *
   * @param mayBeHttp2 whether the client that sends it speaks HTTP/2, if the server does
   */
  public OneShotBody(BodyPublisher body, boolean mayBeHttp2) {
    this.body = body;
    this.mayBeHttp2 = mayBeHttp2;
  }

  /** Returns whether the JDK has come to sending; if not, nothing of the request is on its way. */
  public boolean asked() {
    return measured.get() || subscribed.get();
  }

  @Override
  public long contentLength() {
    if (!measured.compareAndSet(false, true)) {
      if (!byHttp2 && !(mayBeHttp2 && isHttp2())) {
        throw new SentBeforeException();
      }
      subscribed.set(false);
    } else {
      byHttp2 = mayBeHttp2 && isHttp2();
    }
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (subscribed.compareAndSet(false, true)) {
      body.subscribe(subscriber);
      return;
    }
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        });
    subscriber.onError(new SentBeforeException());
  }

  /** In HTTP/2 the JDK sends again by itself only what the server says it has not processed. */
  private static boolean isHttp2() {
    return StackWalker.getInstance()
        .walk(
            callers ->
                callers
                    .limit(8)
                    .anyMatch(
                        caller -> caller.getClassName().equals("jdk.internal.net.http.Stream")));
  }

  /** The JDK is about to send again, because the connection closed before the answer. */
  public static final class SentBeforeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private SentBeforeException() {
      super("the connection closed before a byte of the answer");
    }
  }
}
