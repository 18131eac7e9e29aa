// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import ai.heymilo.generated.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Observes the calls of a client, for metrics and traces. Events contain neither the API key nor
 * values of requests and responses.
 *
 * <p>Methods run on the thread of a blocking call, else on threads of the JDK; for different calls
 * concurrently, for one call in order. They must be quick and must not block; exceptions are logged
 * and ignored.
 */
public interface CallListener {

  /** A call starts. Nothing has been sent. */
  default void callStarted(Call call) {}

  /** A request of the call is about to be sent. */
  default void attemptStarted(Call call, int attempt) {}

  /** A request of the call has ended, with or without a response. */
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

  /**
   * A call: one operation, in one or more attempts. Equality is identity, so it can be a map key.
   */
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

    /** Returns the priority at the limiter. */
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

    /** Returns the number of the attempt within its call, from 1. */
    public int number() {
      return number;
    }

    /** Returns the HTTP status; 0 if no response came. */
    public int status() {
      return status;
    }

    /**
     * Returns the class of the failure, for example {@code java.net.ConnectException}; null if
     * there was none.
     */
    public @Nullable String failure() {
      return failure;
    }

    /** Returns the length of the request's body in bytes. */
    public long bytesSent() {
      return bytesSent;
    }

    /** Returns the number of bytes received of the response's body. */
    public long bytesReceived() {
      return bytesReceived;
    }

    /** Returns the duration of the attempt, up to the last byte read. */
    public Duration duration() {
      return duration;
    }

    @Override
    public String toString() {
      return String.format(
          "attempt %d: %s, %d bytes sent, %d received, %d ms",
          number,
          failure == null ? status : failure + (status == 0 ? "" : " after " + status),
          bytesSent,
          bytesReceived,
          duration.toMillis());
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

    /** Returns the number of attempts. */
    public int attempts() {
      return attempts;
    }

    /** Returns the exception of the call; null if it succeeded. */
    public @Nullable Throwable failure() {
      return failure;
    }

    /** Returns the duration of the call. */
    public Duration duration() {
      return duration;
    }

    @Override
    public String toString() {
      return status + " after " + attempts + " attempts, " + duration.toMillis() + " ms";
    }
  }
}
