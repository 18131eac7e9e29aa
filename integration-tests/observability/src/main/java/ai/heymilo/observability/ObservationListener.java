// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.observability;

import ai.heymilo.transport.CallListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Observes calls with Micrometer's Observation API, which makes timers and, with Micrometer
 * Tracing, spans of them.
 *
 * <p>A call is an observation {@code heymilo.calls}, named after its operation, inside the
 * observation that is current where the call is made; its tags are those of {@link
 * MicrometerListener}. Each repeated request and each wait is an event of it. Thread-safe.
 */
public final class ObservationListener implements CallListener {
  private final ObservationRegistry registry;
  private final Map<Call, Observation> running = new ConcurrentHashMap<>();

  /**
   * Creates a listener.
   *
   * @param registry starts the observations
   */
  public ObservationListener(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void callStarted(Call call) {
    running.put(
        call,
        Observation.createNotStarted("heymilo.calls", registry)
            .contextualName(call.operationId())
            .lowCardinalityKeyValues(CallTags.of(call))
            .start());
  }

  @Override
  public void attemptStarted(Call call, int attempt) {
    if (attempt > 1) {
      event(call, "retry", "attempt " + attempt);
    }
  }

  @Override
  public void waited(Call call, WaitReason reason, Duration waited) {
    event(call, "wait", "waited " + waited.toMillis() + " ms: " + reason);
  }

  private void event(Call call, String name, String description) {
    Observation observation = running.get(call);
    if (observation != null) {
      observation.event(Observation.Event.of(name, description));
    }
  }

  @Override
  public void callEnded(Call call, End end) {
    Observation observation = running.remove(call);
    if (observation == null) {
      return;
    }
    Throwable failure = end.failure();
    if (failure != null) {
      observation.error(failure);
    }
    observation.lowCardinalityKeyValues(CallTags.of(end)).stop();
  }
}
