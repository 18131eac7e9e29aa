// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import ai.heymilo.internal.limit.SlidingWindow;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a request may be sent. Every attempt of every call asks for a permit first.
 *
 * <p>Implementations are thread-safe and never block in {@link #acquire}; one that has to block,
 * for example on a database that several machines share, does so on a thread of its own. A blocking
 * call goes on in its own thread, another on whichever completes the permit, without blocking it.
 * If a limiter throws, or its future fails otherwise than with a {@link WaitTooLongException}, the
 * call fails with a {@link ai.heymilo.errors.TransportException} and nothing is sent; if it does
 * not answer, the call ends at its deadline. A client that was given a limiter does not close it,
 * so one limiter may serve several clients with the same key.
 */
public interface RateLimiter {

  /**
   * Asks for a permit to send one request.
   *
   * @param priority who goes first when several wait
   * @param atMost how long the caller can wait
   * @return the permit to come; it fails with a {@link WaitTooLongException}, at once if that can
   *     be told at once, when the wait does not fit. Cancelling it gives up the place in the queue,
   *     and a permit that comes all the same is the limiter's to take back.
   */
  CompletableFuture<Permit> acquire(Priority priority, Duration atMost);

  /**
   * Returns how much of the limit is left at this moment, or, where asking would block, as far as
   * is known.
   */
  QuotaStatus quota();

  /**
   * Returns the limiter that a client has by default, with the published limit: 300 requests in any
   * 60 seconds.
   */
  static RateLimiter standard() {
    return slidingWindow(300, Duration.ofMinutes(1));
  }

  /**
   * Returns a limiter that allows a number of requests in any period of a length. A slot is free
   * again one such period after its request was completed, so the server, whose clock starts
   * somewhere between sending and completion, never sees more. After a 429, which means that
   * somebody else uses the same key, it takes less than its share for a while and recovers step by
   * step.
   *
   * @param requests how many requests, 1 or more
   * @param window in which time
   * @return the limiter
   * @throws IllegalArgumentException if a number is not more than zero
   */
  static RateLimiter slidingWindow(int requests, Duration window) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be 1 or more, was " + requests);
    }
    return new SlidingWindow(requests, Durations.positive("window", window));
  }

  /** Returns a limiter that never makes anyone wait. */
  static RateLimiter unlimited() {
    return Unlimited.INSTANCE;
  }

  /** Who goes first when several calls wait for a permit. Equals are served in order of arrival. */
  enum Priority {
    /** A person is waiting. */
    INTERACTIVE,
    /** The default. */
    NORMAL,
    /** Bulk work: it gets what the others leave, and may wait as long as they leave nothing. */
    BULK
  }

  /**
   * The right to send one request. Exactly one of its methods is called, once, when it is known
   * what became of the request.
   */
  interface Permit {
    /**
     * The request was sent, and is over.
     *
     * @param status the status of the answer, 0 if none came
     * @param retryAfter how long a 429 asks to wait, null for other answers
     */
    void completed(int status, @Nullable Duration retryAfter);

    /** The request never left, so nothing of the limit was used. */
    void unused();
  }

  /** The wait for a permit does not fit the time that the call has left. */
  final class WaitTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration neededWait;

    private WaitTooLongException(Duration neededWait) {
      super("a permit would need a wait of at least " + neededWait, null, false, false);
      this.neededWait = neededWait;
    }

    /**
     * Creates an exception.
     *
     * @param neededWait the least wait that would be needed
     * @return the exception
     */
    public static WaitTooLongException of(Duration neededWait) {
      return new WaitTooLongException(neededWait);
    }

    /** Returns the least wait that would be needed. */
    public Duration neededWait() {
      return neededWait;
    }
  }
}
