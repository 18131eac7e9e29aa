// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples.observability;

import ai.heymilo.transport.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;

/**
 * Timers for Micrometer:
 *
 * <ul>
 *   <li>{@code heymilo.calls}, whole calls, by operation, method, uri, status and outcome ({@code
 *       SUCCESS}, or the class of the exception);
 *   <li>{@code heymilo.attempts}, single requests, by operation, method, uri and status;
 *   <li>{@code heymilo.waits}, what calls waited, by operation, method, uri and reason;
 * </ul>
 *
 * and the counter {@code heymilo.retries}. The uri is the path template, so that there are few
 * series. This class is thread-safe.
 */
public final class MicrometerListener implements CallListener {
  private final MeterRegistry registry;

  /**
   * Creates a listener.
   *
   * @param registry where the meters go
   */
  public MicrometerListener(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void attemptStarted(Call call, int attempt) {
    if (attempt > 1) {
      registry.counter("heymilo.retries", tags(call)).increment();
    }
  }

  @Override
  public void attemptEnded(Call call, Attempt attempt) {
    registry
        .timer("heymilo.attempts", tags(call).and("status", status(attempt.status())))
        .record(attempt.duration());
  }

  @Override
  public void waited(Call call, WaitReason reason, Duration waited) {
    registry.timer("heymilo.waits", tags(call).and("reason", reason.name())).record(waited);
  }

  @Override
  public void callEnded(Call call, End end) {
    Throwable failure = end.failure();
    registry
        .timer(
            "heymilo.calls",
            tags(call)
                .and("status", status(end.status()))
                .and("outcome", failure == null ? "SUCCESS" : failure.getClass().getSimpleName()))
        .record(end.duration());
  }

  private static Tags tags(Call call) {
    return Tags.of(
        "operation", call.operationId(), "method", call.method(), "uri", call.pathTemplate());
  }

  private static String status(int status) {
    return status == 0 ? "NONE" : String.valueOf(status);
  }
}
