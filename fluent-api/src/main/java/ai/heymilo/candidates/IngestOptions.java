// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Configures a bulk ingestion: batches, matching, listeners, journal. Not thread-safe. */
public final class IngestOptions {
  int batchSize = 100;
  int batchBytes = 1 << 20;
  @Nullable String correlationKey;
  Consumer<? super IngestProgress> onProgress = progress -> {};
  @Nullable Consumer<? super IngestOutcome> onOutcome;
  @Nullable IngestJournal journal;
  @Nullable Duration settleAfter;

  IngestOptions() {}

  /**
   * Sets the maximum number of candidates in one request; 100 by default.
   *
   * @param candidates at least 1
   * @return these options
   */
  public IngestOptions batchSize(int candidates) {
    this.batchSize = positive("batchSize", candidates);
    return this;
  }

  /**
   * Sets the maximum length of the body of one request; 1 MiB by default. A candidate that is
   * longer is sent alone.
   *
   * @param bytes at least 1
   * @return these options
   */
  public IngestOptions batchBytes(int bytes) {
    this.batchBytes = positive("batchBytes", bytes);
    return this;
  }

  /**
   * Sets the metadata key that matches the server's answers to inputs, for example {@code
   * external_id}. Without one, an answer is matched by position, and only if it has as many items
   * as were sent.
   *
   * @param metadataKey a key with a different value for each candidate
   * @return these options
   */
  public IngestOptions correlateBy(String metadataKey) {
    this.correlationKey = Objects.requireNonNull(metadataKey, "metadataKey");
    return this;
  }

  /**
   * Sets a listener that is called after each batch.
   *
   * @param listener is called on the thread that ingests, or for asynchronous calls on a thread of
   *     the transport; an exception from it ends the ingestion
   * @return these options
   */
  public IngestOptions onProgress(Consumer<? super IngestProgress> listener) {
    this.onProgress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets a listener that receives each outcome as soon as it is known. In return the report keeps
   * accepted outcomes without {@link IngestOutcome#input}, so that the input of a long ingestion
   * does not stay in memory.
   *
   * @param listener is called once for each input, in the order in which outcomes become known, on
   *     the same threads as {@link #onProgress}; an exception from it ends the ingestion
   * @return these options
   */
  public IngestOptions onOutcome(Consumer<? super IngestOutcome> listener) {
    this.onOutcome = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Keeps a journal, so that the same ingestion can be run again after a crash, with the same
   * input: candidates that an earlier run got accepted are reported, not sent; those whose request
   * was under way are looked up, and sent only if they cannot have arrived (see {@link
   * #settleAfter}); all others are sent. A request in doubt of {@code enqueueAll} is never sent
   * again. Candidates are recognised by their e-mail address.
   *
   * @param journal for example {@link IngestJournal#file}
   * @return these options
   */
  public IngestOptions journal(IngestJournal journal) {
    this.journal = Objects.requireNonNull(journal, "journal");
    return this;
  }

  /**
   * Sets how long a request whose answer was lost may still be applied by the server. Until this
   * time has passed, a candidate that is not in the list counts as unknown, not as missing. By
   * default it is the attempt timeout plus a minute.
   *
   * @param duration not negative
   * @return these options
   */
  public IngestOptions settleAfter(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("settleAfter must not be negative, was " + duration);
    }
    this.settleAfter = duration;
    return this;
  }

  long settleNanos(Duration attemptTimeout) {
    return (settleAfter == null ? attemptTimeout.plusMinutes(1) : settleAfter).toNanos();
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + value);
    }
    return value;
  }
}
