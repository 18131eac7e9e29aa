// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.listeners;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.generated.Operation;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.CallListener.Attempt;
import ai.heymilo.transport.CallListener.Call;
import ai.heymilo.transport.CallListener.End;
import ai.heymilo.transport.CallListener.WaitReason;
import ai.heymilo.transport.RateLimiter.Priority;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one call: notifies the listeners, then logs. Exceptions of listeners are logged and
 * ignored. The end of a call is reported once.
 */
public final class CallEvents {
  private static final Logger LOGGER = System.getLogger("ai.heymilo");
  private static final CallListener LOG = new Log();

  private final List<CallListener> listeners;
  private final Call call;
  private final AtomicBoolean ended = new AtomicBoolean();

  public CallEvents(List<CallListener> listeners, Operation operation, Priority priority) {
    this.listeners = listeners;
    this.call = Call.of(operation, priority);
  }

  public void started() {
    send(listener -> listener.callStarted(call));
  }

  public void attemptStarted(int number) {
    send(listener -> listener.attemptStarted(call, number));
  }

  public void attemptEnded(Attempt attempt) {
    send(listener -> listener.attemptEnded(call, attempt));
  }

  public void waited(WaitReason reason, Duration waited) {
    if (!waited.isZero() && !waited.isNegative()) {
      send(listener -> listener.waited(call, reason, waited));
    }
  }

  public void ended(int status, int attempts, @Nullable Throwable failure, Duration took) {
    if (ended.compareAndSet(false, true)) {
      End end = End.of(status, attempts, failure, took);
      send(listener -> listener.callEnded(call, end));
    }
  }

  private void send(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      send(event, listener);
    }
    send(event, LOG);
  }

  private static void send(Consumer<CallListener> event, CallListener listener) {
    try {
      event.accept(listener);
    } catch (RuntimeException | Error e) {
      LOGGER.log(Level.WARNING, "a listener failed: " + listener.getClass().getName(), e);
    }
  }

  /**
   * The logger {@code ai.heymilo}: attempts at DEBUG, waits caused by the server at INFO, writes in
   * doubt at WARNING. It logs neither the key nor values of requests and responses.
   */
  private static final class Log implements CallListener {
    @Override
    public void attemptEnded(Call call, Attempt attempt) {
      LOGGER.log(Level.DEBUG, () -> call + " " + attempt);
    }

    @Override
    public void waited(Call call, WaitReason reason, Duration waited) {
      LOGGER.log(
          reason == WaitReason.LIMITER ? Level.DEBUG : Level.INFO,
          () -> call + " waited " + waited.toMillis() + " ms: " + reason);
    }

    @Override
    public void callEnded(Call call, End end) {
      if (end.failure() instanceof AmbiguousWriteException) {
        LOGGER.log(Level.WARNING, () -> call + " may have been applied, status " + end.status());
      }
    }
  }
}
