// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.generated.OperationRequest;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.CallListener.WaitReason;
import ai.heymilo.transport.RateLimiter.Priority;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells the listeners what becomes of one call; of its end once, whoever comes first. */
final class Telling {
  private final CallListener listener;
  private final OperationRequest request;
  private final Events.Call call;
  private final AtomicBoolean ended = new AtomicBoolean();

  Telling(CallListener listener, OperationRequest request, Priority priority) {
    this.listener = listener;
    this.request = request;
    this.call = new Events.Call(request.operation(), priority);
  }

  void started() {
    listener.callStarted(call);
  }

  void attemptStarted(int number) {
    listener.attemptStarted(call, number);
  }

  void attemptEnded(int number, Outcome<?> outcome, long bytesReceived, Duration took) {
    listener.attemptEnded(
        call,
        new Events.Attempt(
            number,
            outcome.status(),
            outcome.failure(),
            request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L),
            bytesReceived,
            took));
  }

  void waited(WaitReason reason, Duration waited) {
    if (!waited.isZero() && !waited.isNegative()) {
      listener.waited(call, reason, waited);
    }
  }

  void ended(int status, int attempts, @Nullable Throwable failure, Duration took) {
    if (ended.compareAndSet(false, true)) {
      listener.callEnded(call, new Events.End(status, attempts, failure, took));
    }
  }
}
