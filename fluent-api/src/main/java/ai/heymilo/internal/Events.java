// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.generated.Operation;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What listeners are told. */
final class Events {
  private Events() {}

  static final class Call implements CallListener.Call {
    private final Operation operation;
    private final RateLimiter.Priority priority;

    Call(Operation operation, RateLimiter.Priority priority) {
      this.operation = operation;
      this.priority = priority;
    }

    @Override
    public String operationId() {
      return operation.id();
    }

    @Override
    public String method() {
      return operation.method();
    }

    @Override
    public String pathTemplate() {
      return operation.pathTemplate();
    }

    @Override
    public RateLimiter.Priority priority() {
      return priority;
    }

    @Override
    public String toString() {
      return operation.toString();
    }
  }

  static final class Attempt implements CallListener.Attempt {
    private final int number;
    private final int status;
    private final @Nullable Throwable failure;
    private final long bytesSent;
    private final long bytesReceived;
    private final Duration duration;

    Attempt(
        int number,
        int status,
        @Nullable Throwable failure,
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

    @Override
    public int number() {
      return number;
    }

    @Override
    public int status() {
      return status;
    }

    @Override
    public @Nullable String failure() {
      return failure == null ? null : failure.getClass().getName();
    }

    @Override
    public long bytesSent() {
      return bytesSent;
    }

    @Override
    public long bytesReceived() {
      return bytesReceived;
    }

    @Override
    public Duration duration() {
      return duration;
    }

    @Override
    public String toString() {
      return "attempt "
          + number
          + (failure == null
              ? ": " + status
              : ": " + failure() + (status == 0 ? "" : " after " + status))
          + ", "
          + bytesSent
          + " bytes sent, "
          + bytesReceived
          + " received, "
          + duration.toMillis()
          + " ms";
    }
  }

  static final class End implements CallListener.End {
    private final int status;
    private final int attempts;
    private final @Nullable Throwable failure;
    private final Duration duration;

    End(int status, int attempts, @Nullable Throwable failure, Duration duration) {
      this.status = status;
      this.attempts = attempts;
      this.failure = failure;
      this.duration = duration;
    }

    @Override
    public int status() {
      return status;
    }

    @Override
    public int attempts() {
      return attempts;
    }

    @Override
    public @Nullable Throwable failure() {
      return failure;
    }

    @Override
    public Duration duration() {
      return duration;
    }
  }
}
