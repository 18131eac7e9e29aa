// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body that can be sent once, so that a request is. The JDK sends a GET again by itself when the
 * connection dies before the answer, and with {@code jdk.httpclient.enableAllMethodRetry} any
 * request, a POST too; a request that it sends behind our back would be missing in the count of the
 * limiter and of the attempts.
 *
 * <p>A body that is empty is never subscribed to. But the JDK asks for its length once each time
 * that it is about to send (seen on 17 and 25, tested on the one that builds), so that the second
 * question is refused.
 */
public final class OneShotBody implements BodyPublisher {
  private final BodyPublisher body;
  private final AtomicBoolean measured = new AtomicBoolean();
  private final AtomicBoolean subscribed = new AtomicBoolean();

  public OneShotBody(BodyPublisher body) {
    this.body = body;
  }

  /** Returns whether the JDK has come to sending; if not, nothing of the request is on its way. */
  public boolean asked() {
    return measured.get() || subscribed.get();
  }

  @Override
  public long contentLength() {
    if (!measured.compareAndSet(false, true)) {
      throw new SentBeforeException();
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

  /** The JDK is about to send again, because the connection closed before the answer. */
  public static final class SentBeforeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private SentBeforeException() {
      super("the connection closed before a byte of the answer");
    }
  }
}
