// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.observability;

import ai.heymilo.transport.CallListener;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;

/**
 * Records timers and a counter in a Micrometer registry.
 *
 * <ul>
 *   <li>Timer {@code heymilo.calls}: whole calls, by operation, method, uri, status and outcome
 *       ({@code SUCCESS}, or the simple name of the exception).
 *   <li>Timer {@code heymilo.attempts}: single requests, by operation, method, uri and status.
 *   <li>Timer {@code heymilo.waits}: time spent waiting, by operation, method, uri and reason.
 *   <li>Counter {@code heymilo.retries}: repeated requests, by operation, method and uri.
 * </ul>
 *
 * <p>The uri is the path template, which keeps the number of series low; a status of {@code NONE}
 * means that no answer came. Thread-safe.
 */
public final class MicrometerListener implements CallListener {
  private final MeterRegistry registry;
  private final boolean timesCalls;

  /**
   * Creates a listener.
   *
   * @param registry holds the meters
   */
  public MicrometerListener(MeterRegistry registry) {
    this(registry, true);
  }

  private MicrometerListener(MeterRegistry registry, boolean timesCalls) {
    this.registry = registry;
    this.timesCalls = timesCalls;
  }

  /**
   * Creates a listener without the timer {@code heymilo.calls}, for clients that also have an
   * {@link ObservationListener}, whose observations of that name are timed already.
   *
   * @param registry holds the meters
   */
  public static MicrometerListener besideObservations(MeterRegistry registry) {
    return new MicrometerListener(registry, false);
  }

  @Override
  public void attemptStarted(Call call, int attempt) {
    if (attempt > 1) {
      registry.counter("heymilo.retries", tags(CallTags.of(call))).increment();
    }
  }

  @Override
  public void attemptEnded(Call call, Attempt attempt) {
    record(
        "heymilo.attempts",
        CallTags.of(call).and(CallTags.status(attempt.status())),
        attempt.duration());
  }

  @Override
  public void waited(Call call, WaitReason reason, Duration waited) {
    record("heymilo.waits", CallTags.of(call).and("reason", reason.name()), waited);
  }

  @Override
  public void callEnded(Call call, End end) {
    if (timesCalls) {
      record("heymilo.calls", CallTags.of(call).and(CallTags.of(end)), end.duration());
    }
  }

  private void record(String timer, KeyValues values, Duration duration) {
    registry.timer(timer, tags(values)).record(duration);
  }

  /** An {@code Iterable}, because older versions have no methods with {@code Tags}. */
  private static Iterable<Tag> tags(Iterable<KeyValue> values) {
    Tags tags = Tags.empty();
    for (KeyValue value : values) {
      tags = tags.and(Tag.of(value.getKey(), value.getValue()));
    }
    return tags;
  }
}
