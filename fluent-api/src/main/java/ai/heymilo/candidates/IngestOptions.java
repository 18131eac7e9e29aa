// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a bulk ingestion goes about it. Not thread-safe. */
public final class IngestOptions {
  private int batchSize = 100;
  private int batchBytes = 1 << 20;
  private @Nullable String correlationKey;
  private Consumer<? super IngestProgress> onProgress = progress -> {};

  IngestOptions() {}

  /**
   * Sets how many candidates go into one request at most; 100 by default.
   *
   * @param candidates at least 1
   * @return these options
   */
  public IngestOptions batchSize(int candidates) {
    if (candidates < 1) {
      throw new IllegalArgumentException("batchSize must be at least 1, was " + candidates);
    }
    this.batchSize = candidates;
    return this;
  }

  /**
   * Sets how long the body of one request is at most; 1 MiB by default. A candidate that is longer
   * goes alone.
   *
   * @param bytes at least 1
   * @return these options
   */
  public IngestOptions batchBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("batchBytes must be at least 1, was " + bytes);
    }
    this.batchBytes = bytes;
    return this;
  }

  /**
   * Chooses the metadata key by which the server's replies are matched to inputs, for example
   * {@code external_id}. Without one they are matched by position, and only where the server
   * answers with as many items as were sent.
   *
   * @param metadataKey a key whose value differs for each candidate
   * @return these options
   */
  public IngestOptions correlateBy(String metadataKey) {
    this.correlationKey = Objects.requireNonNull(metadataKey, "metadataKey");
    return this;
  }

  /**
   * Sets what is told after each batch.
   *
   * @param listener is called on the thread that ingests, or on one of the transport's for calls
   *     that do not wait; what it throws ends the ingestion
   * @return these options
   */
  public IngestOptions onProgress(Consumer<? super IngestProgress> listener) {
    this.onProgress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  int batchSize() {
    return batchSize;
  }

  int batchBytes() {
    return batchBytes;
  }

  @Nullable String correlationKey() {
    return correlationKey;
  }

  Consumer<? super IngestProgress> onProgress() {
    return onProgress;
  }
}
