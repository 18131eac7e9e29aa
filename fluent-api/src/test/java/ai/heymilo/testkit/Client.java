// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import ai.heymilo.internal.Transport;
import ai.heymilo.internal.TransportOptions;
import ai.heymilo.transport.CallOptions;
import ai.heymilo.transport.RateLimiter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A transport for tests: no limiter, jitter zero, and time that skips every wait and records it.
 * Anything can be set otherwise.
 */
public final class Client implements AutoCloseable {
  private final FakeTime time = FakeTime.skipping();
  private final Transport transport;

  private Client(String key, UnaryOperator<TransportOptions.Builder> settings) {
    TransportOptions.Builder options =
        TransportOptions.builder(key).limiter(RateLimiter.unlimited()).time(time).random(() -> 0.0);
    this.transport = Transport.open(settings.apply(options).build());
  }

  public static Client plain() {
    return with(options -> options);
  }

  public static Client with(UnaryOperator<TransportOptions.Builder> settings) {
    return with(Canary.KEY, settings);
  }

  public static Client with(String key, UnaryOperator<TransportOptions.Builder> settings) {
    return new Client(key, settings);
  }

  public HttpClient http() {
    return transport.httpClient();
  }

  public HttpClient http(CallOptions options) {
    return transport.with(options).httpClient();
  }

  public Transport transport() {
    return transport;
  }

  /** Returns the waits that were asked for. */
  public List<Duration> waits() {
    return time.sleeps();
  }

  public FakeTime time() {
    return time;
  }

  @Override
  public void close() {
    transport.close();
  }
}
