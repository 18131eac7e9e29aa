// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;

/**
 * The number of retries and the waits before them. Whether a call may be retried at all is not a
 * setting: a request that creates something is sent again only after a 429, or if it never left.
 * Immutable and thread-safe.
 *
 * <p>After a 429 a call waits as long as the server asks for plus 0–250 ms, or 1 s · 2ⁿ up to 30 s
 * if it names no wait. After any other failure it waits 0.5 s · 2ⁿ up to 8 s, less up to a quarter
 * at random; such retries use a budget that all calls of a client share, so that they do not add to
 * the load of a failing server.
 */
public final class RetryPolicy {
  private static final RetryPolicy DEFAULTS = builder().build();
  private static final RetryPolicy NEVER = builder().attempts(1).rateLimitRetries(0).build();

  private final int attempts;
  private final int rateLimitRetries;
  private final Duration firstWait;
  private final Duration longestWait;
  private final Duration firstRateLimitWait;
  private final Duration longestRateLimitWait;

  private RetryPolicy(Builder builder) {
    this.attempts = builder.attempts;
    this.rateLimitRetries = builder.rateLimitRetries;
    this.firstWait = builder.firstWait;
    this.longestWait = builder.longestWait;
    this.firstRateLimitWait = builder.firstRateLimitWait;
    this.longestRateLimitWait = builder.longestRateLimitWait;
  }

  /** Returns the default policy. */
  public static RetryPolicy defaults() {
    return DEFAULTS;
  }

  /** Returns a policy that sends every call once. */
  public static RetryPolicy never() {
    return NEVER;
  }

  /** Returns a builder that starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the attempts of a call, those answered with 429 not counted. Default 3. */
  public int attempts() {
    return attempts;
  }

  /** Returns the retries of a call after a 429. Default 6. */
  public int rateLimitRetries() {
    return rateLimitRetries;
  }

  /** Returns the wait after the first failure, doubled after each further one. Default 0.5 s. */
  public Duration firstWait() {
    return firstWait;
  }

  /** Returns the longest wait after a failure. Default 8 s. */
  public Duration longestWait() {
    return longestWait;
  }

  /**
   * Returns the wait after the first 429 that names none, doubled after each further one. Default 1
   * s.
   */
  public Duration firstRateLimitWait() {
    return firstRateLimitWait;
  }

  /** Returns the longest wait after a 429 that names none. Default 30 s. */
  public Duration longestRateLimitWait() {
    return longestRateLimitWait;
  }

  @Override
  public String toString() {
    return String.format(
        "RetryPolicy[attempts=%d, rateLimitRetries=%d, waits %s to %s, after 429 %s to %s]",
        attempts,
        rateLimitRetries,
        firstWait,
        longestWait,
        firstRateLimitWait,
        longestRateLimitWait);
  }

  /** Builds a policy. Not thread-safe. */
  public static final class Builder {
    private int attempts = 3;
    private int rateLimitRetries = 6;
    private Duration firstWait = Duration.ofMillis(500);
    private Duration longestWait = Duration.ofSeconds(8);
    private Duration firstRateLimitWait = Duration.ofSeconds(1);
    private Duration longestRateLimitWait = Duration.ofSeconds(30);

    private Builder() {}

    /**
     * Sets the attempts of a call, those answered with 429 not counted.
     *
     * @throws IllegalArgumentException if it is not 1 to 10
     */
    public Builder attempts(int attempts) {
      if (attempts < 1 || attempts > 10) {
        throw new IllegalArgumentException("attempts must be 1 to 10, was " + attempts);
      }
      this.attempts = attempts;
      return this;
    }

    /**
     * Sets the retries of a call after a 429.
     *
     * @throws IllegalArgumentException if it is not 0 to 100
     */
    public Builder rateLimitRetries(int rateLimitRetries) {
      if (rateLimitRetries < 0 || rateLimitRetries > 100) {
        throw new IllegalArgumentException(
            "rateLimitRetries must be 0 to 100, was " + rateLimitRetries);
      }
      this.rateLimitRetries = rateLimitRetries;
      return this;
    }

    /**
     * Sets the waits after failures other than a 429.
     *
     * @param first the first wait, doubled after each further failure
     * @param longest the longest wait
     * @throws IllegalArgumentException if one is not more than zero
     */
    public Builder waits(Duration first, Duration longest) {
      this.firstWait = Durations.positive("first", first);
      this.longestWait = Durations.positive("longest", longest);
      return this;
    }

    /**
     * Sets the waits after a 429 that names none.
     *
     * @param first the first wait, doubled after each further failure
     * @param longest the longest wait
     * @throws IllegalArgumentException if one is not more than zero
     */
    public Builder rateLimitWaits(Duration first, Duration longest) {
      this.firstRateLimitWait = Durations.positive("first", first);
      this.longestRateLimitWait = Durations.positive("longest", longest);
      return this;
    }

    /** Returns the policy. */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }
  }
}
