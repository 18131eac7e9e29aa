// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.transport.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one; what one throws stays with it. */
final class Listeners implements CallListener {
  private final List<CallListener> listeners;

  Listeners(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void callStarted(Call call) {
    tell(listener -> listener.callStarted(call));
  }

  @Override
  public void attemptStarted(Call call, int attempt) {
    tell(listener -> listener.attemptStarted(call, attempt));
  }

  @Override
  public void attemptEnded(Call call, Attempt attempt) {
    tell(listener -> listener.attemptEnded(call, attempt));
  }

  @Override
  public void waited(Call call, WaitReason reason, Duration waited) {
    tell(listener -> listener.waited(call, reason, waited));
  }

  @Override
  public void callEnded(Call call, End end) {
    tell(listener -> listener.callEnded(call, end));
  }

  private void tell(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException | Error e) {
        CallLog.listenerFailed(listener, e);
      }
    }
  }
}
