// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.api.CandidatesApi.ListCandidatesParams;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.internal.Futures;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a posting that are new or have changed since an earlier call, read page by page
 * as they are iterated ({@code listCandidates}).
 *
 * <p>{@code created_after} filters by invitation, so on its own it misses later changes of status.
 * This class lists new candidates, and lists again the days on which followed candidates were
 * ingested: those that have no final status and are younger than the age limit. It costs one
 * request per hundred candidates of those days, and one for new candidates.
 *
 * <p>Store each candidate by {@code interview_id}, and then {@link #state}: if that fails halfway,
 * the next call starts from the old state and returns the same candidates again. Not thread-safe.
 * Under {@code async()} use {@link #forEachAsync}: iterating blocks.
 */
public final class CandidateChanges implements Iterable<CandidateResponse> {
  private final CandidateRequests requests;
  private final String state;
  private final ChangeOptions options = new ChangeOptions();
  private @Nullable String next;

  CandidateChanges(
      CandidateRequests requests, String state, Consumer<? super ChangeOptions> options) {
    this.requests = requests;
    this.state = state;
    options.accept(this.options);
    tracker(); // fails now if the state is of another posting
  }

  /**
   * Iterates over the changes. Each call asks the server anew.
   *
   * @return an iterator that throws {@link ai.heymilo.errors.HeyMiloException} if a page cannot be
   *     read
   */
  @Override
  public Iterator<CandidateResponse> iterator() {
    return new Changed(tracker());
  }

  /**
   * Returns the state to store and to give to the next call: ids, hashes and times of the
   * candidates that are followed; no personal data.
   *
   * @return one line of JSON, about 60 bytes for each candidate that is followed
   * @throws IllegalStateException if no iteration has reached the end
   */
  public String state() {
    if (next == null) {
      throw new IllegalStateException("the state is known after iterating to the end");
    }
    return next;
  }

  /**
   * Passes the changes to a consumer without blocking.
   *
   * @param consumer is called on threads of the transport, where it should not block
   * @return the future state to store, as {@link #state} returns it, once all changes were passed
   */
  public CompletableFuture<String> forEachAsync(Consumer<? super CandidateResponse> consumer) {
    ChangeTracker tracker = tracker();
    Iterator<Consumer<ListCandidatesParams>> queries = tracker.queries().iterator();
    Consumer<CandidateResponse> changed =
        candidate -> {
          if (tracker.isChanged(candidate)) {
            consumer.accept(candidate);
          }
        };
    return Futures.map(
        Futures.repeatWhile(
            queries::hasNext, () -> requests.listAsync(queries.next()).forEach(changed)),
        done -> tracker.state());
  }

  private ChangeTracker tracker() {
    return new ChangeTracker(requests, state, options);
  }

  private final class Changed implements Iterator<CandidateResponse> {
    private final ChangeTracker tracker;
    private final Iterator<Consumer<ListCandidatesParams>> queries;
    private Iterator<CandidateResponse> candidates = Collections.emptyIterator();
    private @Nullable CandidateResponse changed;

    Changed(ChangeTracker tracker) {
      this.tracker = tracker;
      this.queries = tracker.queries().iterator();
    }

    @Override
    public boolean hasNext() {
      while (changed == null) {
        if (candidates.hasNext()) {
          CandidateResponse candidate = candidates.next();
          changed = tracker.isChanged(candidate) ? candidate : null;
        } else if (queries.hasNext()) {
          candidates = requests.list(queries.next()).iterator();
        } else {
          next = tracker.state();
          return false;
        }
      }
      return true;
    }

    @Override
    public CandidateResponse next() {
      CandidateResponse candidate = hasNext() ? changed : null;
      if (candidate == null) {
        throw new NoSuchElementException("there are no more changes");
      }
      changed = null;
      return candidate;
    }
  }
}
