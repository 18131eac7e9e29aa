// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.call.RetryingSender;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sender for tests: no limiter, jitter zero, and time that skips every wait and records it.
 * Anything can be set otherwise.
 */
public final class Client implements AutoCloseable {
  private final FakeTime time = FakeTime.skipping();
  private final RetryingSender sender;

  private Client(String key, UnaryOperator<ClientOptions> settings) {
    ClientOptions options =
        ClientOptions.defaults()
            .apiKey(key)
            .rateLimiter(RateLimiter.unlimited())
            .time(time)
            .random(() -> 0.0);
    this.sender = RetryingSender.open(settings.apply(options));
  }

  public static Client plain() {
    return with(options -> options);
  }

  public static Client with(UnaryOperator<ClientOptions> settings) {
    return with(Canary.KEY, settings);
  }

  public static Client with(String key, UnaryOperator<ClientOptions> settings) {
    return new Client(key, settings);
  }

  public RetryingSender sender() {
    return sender;
  }

  /** Returns a view with other options. */
  public RetryingSender sender(UnaryOperator<ClientOptions> change) {
    return sender.with(change.apply(sender.options()));
  }

  /** Returns what stubs of a server are made of. */
  public ApiClient api(String url) {
    return ApiClient.builder().sender(sender).baseUrl(url).build();
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
    sender.close();
  }
}
