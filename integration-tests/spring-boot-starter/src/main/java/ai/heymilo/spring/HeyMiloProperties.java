// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the clients. A property that is not set, or empty, leaves the client's default; an
 * unknown property stops the application.
 *
 * @param apiKey API key of the bean {@code heyMilo}; without it there is no such bean.
 * @param baseUrl URL of the server; {@code https://api.heymilo.ai} by default.
 * @param workspaceId workspace of all calls; that of the key by default.
 * @param timeouts timeouts of calls.
 * @param retry retries of failed attempts.
 * @param rateLimit the client's own limit of requests.
 * @param clients further clients by the name of their bean. What one does not set, it takes from
 *     {@code heymilo.*}, the key excepted.
 */
@ConfigurationProperties(HeyMiloProperties.PREFIX)
public record HeyMiloProperties(
    @Nullable String apiKey,
    @Nullable String baseUrl,
    @Nullable String workspaceId,
    @Nullable Timeouts timeouts,
    @Nullable Retry retry,
    @Nullable RateLimit rateLimit,
    @Nullable Map<String, HeyMiloProperties> clients) {
  static final String PREFIX = "heymilo";

  /**
   * Timeouts of calls.
   *
   * @param connect time to open a connection; 10 s by default.
   * @param attempt time for one attempt, headers and body; 30 s by default.
   * @param call time for a call with all its attempts and waits; 2 min by default.
   */
  public record Timeouts(
      @Nullable Duration connect, @Nullable Duration attempt, @Nullable Duration call) {
    private void applyTo(HeyMiloBuilder builder) {
      ai.heymilo.transport.Timeouts.Builder timeouts = ai.heymilo.transport.Timeouts.builder();
      set(connect, timeouts::connect);
      set(attempt, timeouts::attempt);
      set(call, timeouts::call);
      builder.timeouts(timeouts.build());
    }
  }

  /**
   * Retries of failed attempts.
   *
   * @param attempts attempts of a call in all, those answered with 429 not counted; 3 by default.
   * @param firstWait wait after the first failure, doubled after each further one; 500 ms by
   *     default.
   * @param longestWait upper bound of the wait after a failure; 8 s by default.
   * @param rateLimitRetries retries after answers of 429; 6 by default.
   * @param firstRateLimitWait wait after a first 429 without a hint from the server; 1 s by
   *     default.
   * @param longestRateLimitWait upper bound of the wait after such a 429; 30 s by default.
   */
  public record Retry(
      @Nullable Integer attempts,
      @Nullable Duration firstWait,
      @Nullable Duration longestWait,
      @Nullable Integer rateLimitRetries,
      @Nullable Duration firstRateLimitWait,
      @Nullable Duration longestRateLimitWait) {
    private void applyTo(HeyMiloBuilder builder) {
      RetryPolicy defaults = RetryPolicy.defaults();
      RetryPolicy.Builder policy = RetryPolicy.builder();
      set(attempts, policy::attempts);
      set(rateLimitRetries, policy::rateLimitRetries);
      policy.waits(or(firstWait, defaults.firstWait()), or(longestWait, defaults.longestWait()));
      policy.rateLimitWaits(
          or(firstRateLimitWait, defaults.firstRateLimitWait()),
          or(longestRateLimitWait, defaults.longestRateLimitWait()));
      builder.retryPolicy(policy.build());
    }
  }

  /**
   * The client's own limit of requests.
   *
   * @param enabled whether requests are held back at all; true by default.
   * @param requests requests in any window; 300 by default.
   * @param window length of the window; 1 min by default.
   */
  public record RateLimit(
      @Nullable Boolean enabled, @Nullable Integer requests, @Nullable Duration window) {
    private void applyTo(HeyMiloBuilder builder) {
      builder.rateLimiter(
          Boolean.FALSE.equals(enabled)
              ? RateLimiter.unlimited()
              : RateLimiter.slidingWindow(or(requests, 300), or(window, Duration.ofMinutes(1))));
    }
  }

  /** Returns the settings of one of {@link #clients}, completed by those of this one. */
  HeyMiloProperties client(String name) {
    HeyMiloProperties own = clients == null ? null : clients.get(name);
    if (own == null) {
      throw new IllegalStateException(PREFIX + ".clients." + name + " is not set");
    }
    return new HeyMiloProperties(
        own.apiKey,
        text(own.baseUrl) ? own.baseUrl : baseUrl,
        text(own.workspaceId) ? own.workspaceId : workspaceId,
        own.timeouts == null ? timeouts : own.timeouts,
        own.retry == null ? retry : own.retry,
        own.rateLimit == null ? rateLimit : own.rateLimit,
        null);
  }

  void applyTo(HeyMiloBuilder builder) {
    set(apiKey, builder::apiKey);
    set(text(baseUrl) ? baseUrl : null, builder::baseUrl);
    set(text(workspaceId) ? workspaceId : null, builder::workspaceId);
    set(timeouts, one -> one.applyTo(builder));
    set(retry, one -> one.applyTo(builder));
    set(rateLimit, one -> one.applyTo(builder));
  }

  private static boolean text(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static <T> void set(@Nullable T value, Consumer<? super T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** Returns all settings but keys. */
  @Override
  public String toString() {
    return "HeyMiloProperties[baseUrl="
        + baseUrl
        + ", workspaceId="
        + workspaceId
        + ", timeouts="
        + timeouts
        + ", retry="
        + retry
        + ", rateLimit="
        + rateLimit
        + ", clients="
        + clients
        + "]";
  }
}
