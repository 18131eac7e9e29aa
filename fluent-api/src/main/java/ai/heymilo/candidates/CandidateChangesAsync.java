// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.internal.Futures;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The candidates that are new or have changed; see {@link CandidateChanges}. Thread-safe. */
public final class CandidateChangesAsync {
  private final CandidateRequests requests;
  private final String state;
  private final ChangeOptions options = new ChangeOptions();

  CandidateChangesAsync(
      CandidateRequests requests, String state, Consumer<? super ChangeOptions> options) {
    this.requests = requests;
    this.state = state;
    options.accept(this.options);
    tracker(); // fails now if the state is of another posting
  }

  /**
   * Hands over each change in turn.
   *
   * @param consumer is called on threads of the transport, where it should not block
   * @return the state to store, to come when all changes have been handed over; see {@link
   *     CandidateChanges#state}
   */
  public CompletableFuture<String> forEach(Consumer<? super CandidateResponse> consumer) {
    ChangeTracker tracker = tracker();
    Iterator<ChangeTracker.Window> windows = tracker.windows().iterator();
    return Futures.map(
        Futures.repeatWhile(
            windows::hasNext,
            () ->
                requests
                    .listAsync(windows.next()::select)
                    .forEach(
                        candidate -> {
                          if (tracker.isChanged(candidate)) {
                            consumer.accept(candidate);
                          }
                        })),
        done -> tracker.state());
  }

  private ChangeTracker tracker() {
    return new ChangeTracker(requests, state, options);
  }
}
