// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.calls;

import java.util.concurrent.CompletableFuture;

/** A client that calls the API. */
public interface Caller extends AutoCloseable {
  String KEY = "benchmark-key";

  Object getPosting() throws Exception;

  CompletableFuture<?> getPostingAsync() throws Exception;

  Object createPosting() throws Exception;

  Object listCandidates() throws Exception;

  /** The status of a failed call; 0 if it had none. */
  int status(Exception failure);

  @Override
  default void close() {}

  static Caller of(String peer, String baseUrl) {
    switch (peer) {
      case "ours":
        return new OurCaller(baseUrl);
      case "stock":
        return new StockCaller(baseUrl);
      case "okhttp-gson":
        return new OkHttpGsonCaller(baseUrl);
      case "hand-written":
        return new HandWrittenCaller(baseUrl);
      default:
        throw new IllegalArgumentException(peer);
    }
  }
}
