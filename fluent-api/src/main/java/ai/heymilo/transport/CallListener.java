// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told what the client does, for metrics and traces. Nothing that it is told holds the API key,
 * a value of a request, or a part of an answer.
 *
 * <p>Methods are called on the thread that makes the call, if it is a blocking one, else on threads
 * of the JDK; those of different calls at the same time, those of one call one after the other.
 * They must be quick and must not block; what they throw is logged and goes no further.
 */
public interface CallListener {

  /** A call starts. Nothing has been sent. */
  default void callStarted(Call call) {}

  /** A request of the call is about to be sent. */
  default void attemptStarted(Call call, int attempt) {}

  /** A request of the call is over, whichever way. */
  default void attemptEnded(Call call, Attempt attempt) {}

  /** The call has waited. */
  default void waited(Call call, WaitReason reason, Duration waited) {}

  /** The call is over. */
  default void callEnded(Call call, End end) {}

  /** Why a call waits. */
  enum WaitReason {
    /** The client's own limiter had no permit left. */
    LIMITER,
    /** The server answered 429, to this call or to another one of the same client. */
    RATE_LIMITED,
    /** An attempt failed, and will be repeated. */
    BACKOFF
  }

  /** A call: one operation, in one or more attempts. Equal to itself alone; fit as a key. */
  interface Call {
    /** Returns the document's id of the operation. */
    String operationId();

    /** Returns the HTTP method, in capitals. */
    String method();

    /** Returns the path with its parameters in braces. */
    String pathTemplate();

    /** Returns how urgent the call is. */
    RateLimiter.Priority priority();
  }

  /** What became of an attempt. */
  interface Attempt {
    /** Returns which attempt of its call this is, from 1. */
    int number();

    /** Returns the HTTP status; 0 if no answer came. */
    int status();

    /**
     * Returns the class of what failed, for example {@code java.net.ConnectException}; else null.
     */
    @Nullable String failure();

    /** Returns the length of the request's body in bytes. */
    long bytesSent();

    /** Returns how many bytes of the answer's body were received. */
    long bytesReceived();

    /** Returns how long the attempt took, to the last byte that was read. */
    Duration duration();
  }

  /** What became of a call. */
  interface End {
    /** Returns the HTTP status of the last answer; 0 if none came. */
    int status();

    /** Returns how many attempts there were. */
    int attempts();

    /** Returns what the caller gets to see, null if the call succeeded. */
    @Nullable Throwable failure();

    /** Returns how long the call took in all. */
    Duration duration();
  }
}
