// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, in the order they arrived. Bounded in number and in size. Thread-safe. */
public final class RequestLog {
  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_BYTES = 64L << 20;

  private final Deque<LogEntry> entries = new ArrayDeque<>();
  private long bytes;

  synchronized void add(LogEntry entry) {
    entries.addLast(entry);
    bytes += entry.request().body().length;
    while (entries.size() > MOST_ENTRIES || (bytes > MOST_BYTES && entries.size() > 1)) {
      bytes -= entries.removeFirst().request().body().length;
    }
  }

  /** Returns the requests, oldest first. */
  public synchronized List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  /** Forgets the requests. */
  public synchronized void clear() {
    entries.clear();
    bytes = 0;
  }
}
