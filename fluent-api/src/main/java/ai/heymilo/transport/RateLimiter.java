// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import ai.heymilo.internal.limit.SlidingWindow;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a request may be sent. Every attempt needs a permit.
 *
 * <p>Implementations are thread-safe and never block in {@link #acquire}; one that has to block,
 * for example on a database that several machines share, does so on a thread of its own. A blocking
 * call continues on its own thread, an asynchronous one on the thread that completes the permit,
 * without blocking it. If a limiter throws, or its future fails otherwise than with a {@link
 * WaitTooLongException}, the call fails with a {@link ai.heymilo.errors.TransportException} and
 * nothing is sent; if the future is never completed, the call ends at its timeout. A client that
 * was given a limiter does not close it, so one limiter may serve several clients with the same
 * key.
 */
public interface RateLimiter {

  /**
   * Requests a permit to send one request.
   *
   * @param priority decides who is served first
   * @param atMost the longest wait
   * @return the future permit; fails with a {@link WaitTooLongException} if the wait is too long,
   *     at once if that is known at once. Cancelling it leaves the queue; the limiter releases a
   *     permit that was granted in the same moment.
   */
  CompletableFuture<Permit> acquire(Priority priority, Duration atMost);

  /**
   * Returns the rest of the limit at this moment, or the last known one where asking would block.
   */
  QuotaStatus quota();

  /** Returns the default limiter, with the published limit: 300 requests in any 60 seconds. */
  static RateLimiter standard() {
    return slidingWindow(300, Duration.ofMinutes(1));
  }

  /**
   * Returns a limiter that allows a number of requests in any window. A slot is free again one
   * window after its request was completed, so the server, which counts the request between sending
   * and completion, never sees more. After a 429, which means that another process uses the same
   * key, the limiter slows down and recovers step by step.
   *
   * @param requests the number of requests, 1 or more
   * @param window the length of the window
   * @return the limiter
   * @throws IllegalArgumentException if a number is not more than zero
   */
  static RateLimiter slidingWindow(int requests, Duration window) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be 1 or more, was " + requests);
    }
    return new SlidingWindow(requests, Durations.positive("window", window));
  }

  /** Returns a limiter without a limit. */
  static RateLimiter unlimited() {
    return Unlimited.INSTANCE;
  }

  /** The order of calls that wait for a permit; equals are served in order of arrival. */
  enum Priority {
    /** A person is waiting. */
    INTERACTIVE,
    /** The default. */
    NORMAL,
    /** Bulk work: it gets the permits that the others leave, and waits while they leave none. */
    BULK
  }

  /**
   * The right to send one request. Exactly one of its methods is called, once, when the request is
   * over.
   */
  interface Permit {
    /**
     * Reports that the request was sent and is over.
     *
     * @param status the status of the response, 0 if there was none
     * @param retryAfter the wait that a 429 asks for, null for other statuses
     */
    void completed(int status, @Nullable Duration retryAfter);

    /** Returns the permit: the request was not sent. */
    void unused();
  }

  /** The wait for a permit would exceed the call timeout. */
  final class WaitTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration neededWait;

    private WaitTooLongException(Duration neededWait) {
      super("the next permit is free in " + neededWait, null, false, false);
      this.neededWait = neededWait;
    }

    /**
     * Creates an exception.
     *
     * @param neededWait the least wait
     * @return the exception
     */
    public static WaitTooLongException of(Duration neededWait) {
      return new WaitTooLongException(neededWait);
    }

    /** Returns the least wait for a permit. */
    public Duration neededWait() {
      return neededWait;
    }
  }
}
