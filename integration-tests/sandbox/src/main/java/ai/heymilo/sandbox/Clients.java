// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.transport.RateLimiter;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clients that a sandbox makes for its users, each when it is first asked for. They share their
 * connections and threads, so that a new one for each test costs nothing. Thread-safe.
 */
final class Clients implements AutoCloseable {
  private final String baseUrl;
  private final String apiKey;
  private final List<HeyMilo> made = new ArrayList<>();
  private @Nullable HttpClient connections;
  private @Nullable HeyMilo current;
  private boolean closed;

  Clients(String host, int port, String apiKey) {
    this.baseUrl = url(reachable(host), port);
    this.apiKey = apiKey;
  }

  HeyMiloBuilder builder() {
    return HeyMilo.builder().baseUrl(baseUrl).apiKey(apiKey);
  }

  synchronized HeyMilo current() {
    if (closed) {
      throw new IllegalStateException("the sandbox is closed");
    }
    if (current == null) {
      current =
          builder().rateLimiter(RateLimiter.unlimited()).httpClient(sharedConnections()).build();
      made.add(current);
    }
    return current;
  }

  private HttpClient sharedConnections() {
    if (connections == null) {
      connections =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return connections;
  }

  /** Has the next call of {@link #current} make another client; those that were made stay open. */
  synchronized void renew() {
    current = null;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Closes every client that was made. */
  @Override
  public synchronized void close() {
    closed = true;
    made.forEach(HeyMilo::close);
    made.clear();
    current = null;
    connections = null;
  }

  static String url(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** A server that listens on all addresses is reached by the loopback one. */
  private static String reachable(String host) {
    return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
  }
}
