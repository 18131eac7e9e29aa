// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.ClosedException;
import ai.heymilo.internal.http.DefaultHttpClient;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The HTTP client, and the calls that use it at this moment. Thread-safe. */
final class Connections {
  private final boolean own;
  private final Set<RetryLoop<?>> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable HttpClient http;

  Connections(ClientOptions options) {
    HttpClient given = options.httpClient();
    this.own = given == null;
    this.http = given == null ? DefaultHttpClient.of(options) : given;
  }

  /**
   * Returns the client.
   *
   * @throws ClosedException after {@link #close}
   */
  HttpClient http() {
    HttpClient open = http;
    if (open == null) {
      throw new ClosedException();
    }
    return open;
  }

  /**
   * Registers a call, which {@link #close} ends from now on.
   *
   * @throws ClosedException after {@link #close}
   */
  void started(RetryLoop<?> call) {
    running.add(call);
    if (http == null) {
      running.remove(call);
      throw new ClosedException();
    }
  }

  void ended(RetryLoop<?> call) {
    running.remove(call);
  }

  /**
   * Ends the calls under way, and releases the connections; a client of the caller's stays open.
   */
  void close() {
    HttpClient open = http;
    http = null; // on JDKs before 21, its threads end when nobody holds it any more
    running.forEach(RetryLoop::close);
    if (open != null && own) {
      DefaultHttpClient.shutDown(open);
    }
  }
}
