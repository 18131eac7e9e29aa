// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

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
  private boolean byHttp2;
  private boolean measured;
  private boolean subscribed;
  private boolean stopped;

  /**
   * Creates a body.
   *
   * @param mayBeHttp2 whether the client that sends it speaks HTTP/2, if the server does
   */
  public OneShotBody(BodyPublisher body, boolean mayBeHttp2) {
    this.body = body;
    this.mayBeHttp2 = mayBeHttp2;
  }

  /**
   * Forbids sending from now on, since a thread that resolves a name may go on after its timeout.
   *
   * @return whether sending may have begun before; if not, nothing of the request is ever sent
   */
  public synchronized boolean stop() {
    stopped = true;
    return measured || subscribed;
  }

  @Override
  public synchronized long contentLength() {
    if (stopped) {
      throw new SentBeforeException();
    }
    if (!measured) {
      measured = true;
      byHttp2 = mayBeHttp2 && isHttp2();
    } else if (byHttp2 || (mayBeHttp2 && isHttp2())) {
      subscribed = false;
    } else {
      throw new SentBeforeException();
    }
    return body.contentLength();
  }

  private synchronized boolean mayBeSubscribed() {
    boolean first = !subscribed && !stopped;
    subscribed |= first;
    return first;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (mayBeSubscribed()) {
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

  /** The JDK is about to send again, or after the end of the attempt. */
  public static final class SentBeforeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private SentBeforeException() {
      super("the connection closed before a byte of the answer");
    }
  }
}
