// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.json;

import java.io.IOException;
import java.util.List;

/** What a client makes of the bytes of an answer, and the bytes that it makes of a request. */
public interface Codec {
  Object readCandidates(byte[] json) throws IOException;

  Object readPosting(byte[] json) throws IOException;

  byte[] writePosting() throws IOException;

  byte[] writeBulk() throws IOException;

  /** What was read of a page, to see that all read the same. */
  List<String> candidates(Object page);

  /** What was read of a posting, to see that all read the same. */
  List<String> posting(Object posting);

  static Codec of(String peer) throws IOException {
    switch (peer) {
      case "ours":
        return new Ours();
      case "stock":
        return new Stock();
      case "okhttp-gson":
        return new OkHttpGson();
      case "hand-written":
        return new HandWritten();
      default:
        throw new IllegalArgumentException(peer);
    }
  }
}
