// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import ai.heymilo.generated.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Observes the calls of a client, for metrics and traces. No event holds the API key, a value of a
 * request, or a part of a response.
 *
 * <p>Methods run on the thread that makes a blocking call, else on threads of the JDK: those of
 * different calls at the same time, those of one call one after the other. They must be quick and
 * must not block; an exception is logged and goes no further.
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
  final class Call {
    private final Operation operation;
    private final RateLimiter.Priority priority;

    private Call(Operation operation, RateLimiter.Priority priority) {
      this.operation = operation;
      this.priority = priority;
    }

    /** Creates a call, for example to test a listener. */
    public static Call of(Operation operation, RateLimiter.Priority priority) {
      return new Call(operation, priority);
    }

    /** Returns the document's id of the operation. */
    public String operationId() {
      return operation.id();
    }

    /** Returns the HTTP method, in capitals. */
    public String method() {
      return operation.method();
    }

    /** Returns the path with its parameters in braces. */
    public String pathTemplate() {
      return operation.pathTemplate();
    }

    /** Returns how urgent the call is. */
    public RateLimiter.Priority priority() {
      return priority;
    }

    @Override
    public String toString() {
      return operation.toString();
    }
  }

  /** The end of an attempt. */
  final class Attempt {
    private final int number;
    private final int status;
    private final @Nullable String failure;
    private final long bytesSent;
    private final long bytesReceived;
    private final Duration duration;

    private Attempt(
        int number,
        int status,
        @Nullable String failure,
        long bytesSent,
        long bytesReceived,
        Duration duration) {
      this.number = number;
      this.status = status;
      this.failure = failure;
      this.bytesSent = bytesSent;
      this.bytesReceived = bytesReceived;
      this.duration = duration;
    }

    /** Creates an attempt, for example to test a listener. */
    public static Attempt of(
        int number,
        int status,
        @Nullable String failure,
        long bytesSent,
        long bytesReceived,
        Duration duration) {
      return new Attempt(number, status, failure, bytesSent, bytesReceived, duration);
    }

    /** Returns which attempt of its call this is, from 1. */
    public int number() {
      return number;
    }

    /** Returns the HTTP status; 0 if no response came. */
    public int status() {
      return status;
    }

    /**
     * Returns the class of what failed, for example {@code java.net.ConnectException}; else null.
     */
    public @Nullable String failure() {
      return failure;
    }

    /** Returns the length of the request's body in bytes. */
    public long bytesSent() {
      return bytesSent;
    }

    /** Returns how many bytes of the response's body were received. */
    public long bytesReceived() {
      return bytesReceived;
    }

    /** Returns how long the attempt took, to the last byte that was read. */
    public Duration duration() {
      return duration;
    }

    @Override
    public String toString() {
      return "attempt "
          + number
          + ": "
          + (failure == null ? status : failure + (status == 0 ? "" : " after " + status))
          + ", "
          + bytesSent
          + " bytes sent, "
          + bytesReceived
          + " received, "
          + duration.toMillis()
          + " ms";
    }
  }

  /** The end of a call. */
  final class End {
    private final int status;
    private final int attempts;
    private final @Nullable Throwable failure;
    private final Duration duration;

    private End(int status, int attempts, @Nullable Throwable failure, Duration duration) {
      this.status = status;
      this.attempts = attempts;
      this.failure = failure;
      this.duration = duration;
    }

    /** Creates the end of a call, for example to test a listener. */
    public static End of(int status, int attempts, @Nullable Throwable failure, Duration duration) {
      return new End(status, attempts, failure, duration);
    }

    /** Returns the HTTP status of the last response; 0 if none came. */
    public int status() {
      return status;
    }

    /** Returns how many attempts there were. */
    public int attempts() {
      return attempts;
    }

    /** Returns what the caller gets; null if the call succeeded. */
    public @Nullable Throwable failure() {
      return failure;
    }

    /** Returns how long the call took in all. */
    public Duration duration() {
      return duration;
    }

    @Override
    public String toString() {
      return status + " after " + attempts + " attempts, " + duration.toMillis() + " ms";
    }
  }
}
