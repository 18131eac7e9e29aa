// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What a {@link Transport} is made of. Immutable. */
public final class TransportOptions {
  private final String apiKey;
  private final @Nullable String workspaceId;
  private final String userAgent;
  private final @Nullable HttpClient delegate;
  private final HttpClient.Builder own;
  private final RetryPolicy retryPolicy;
  private final RateLimiter limiter;
  private final Timeouts timeouts;
  private final List<CallListener> listeners;
  private final Caps caps;
  private final Time time;
  private final DoubleSupplier random;

  private TransportOptions(Builder builder) {
    this.apiKey = builder.apiKey;
    this.workspaceId = builder.workspaceId;
    this.userAgent = builder.userAgent;
    this.delegate = builder.delegate;
    this.own = builder.own != null ? builder.own : OwnClient.builder(builder.timeouts.connect());
    this.retryPolicy = builder.retryPolicy;
    this.limiter = builder.limiter != null ? builder.limiter : RateLimiter.standard();
    this.timeouts = builder.timeouts;
    this.listeners = List.copyOf(builder.listeners);
    this.caps = builder.caps;
    this.time = builder.time;
    this.random = builder.random;
  }

  /**
   * Returns a builder with the defaults of the policy.
   *
   * @throws IllegalArgumentException if the key cannot be one; it is not in the message
   */
  public static Builder builder(String apiKey) {
    return new Builder(HeaderValues.check("apiKey", apiKey));
  }

  String apiKey() {
    return apiKey;
  }

  @Nullable String workspaceId() {
    return workspaceId;
  }

  String userAgent() {
    return userAgent;
  }

  @Nullable HttpClient delegate() {
    return delegate;
  }

  /** What makes one where none is given. It holds none that it made. */
  HttpClient.Builder own() {
    return own;
  }

  RetryPolicy retryPolicy() {
    return retryPolicy;
  }

  RateLimiter limiter() {
    return limiter;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  List<CallListener> listeners() {
    return listeners;
  }

  Caps caps() {
    return caps;
  }

  Time time() {
    return time;
  }

  DoubleSupplier random() {
    return random;
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private final String apiKey;
    private final List<CallListener> listeners = new ArrayList<>();
    private @Nullable String workspaceId;
    private String userAgent = "heymilo-client-java";
    private @Nullable HttpClient delegate;
    private HttpClient.@Nullable Builder own;
    private RetryPolicy retryPolicy = RetryPolicy.defaults();
    private @Nullable RateLimiter limiter;
    private Timeouts timeouts = Timeouts.defaults();
    private Caps caps = Caps.defaults();
    private Time time = Time.system();
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    private Builder(String apiKey) {
      this.apiKey = apiKey;
    }

    /**
     * Sets the workspace of all calls ({@code X-Workspace-Id}); null for the key's own.
     *
     * @throws IllegalArgumentException if it cannot be a header
     */
    public Builder workspaceId(@Nullable String workspaceId) {
      this.workspaceId =
          workspaceId == null ? null : HeaderValues.check("workspaceId", workspaceId);
      return this;
    }

    /** Sets the {@code User-Agent}. */
    public Builder userAgent(String userAgent) {
      this.userAgent = userAgent;
      return this;
    }

    /**
     * Sets the client that sends, which stays open. Without one, the transport makes its own.
     *
     * @param delegate it must not follow redirects, which would carry the API key to another server
     * @throws IllegalArgumentException if it follows redirects
     */
    public Builder delegate(HttpClient delegate) {
      if (delegate.followRedirects() != HttpClient.Redirect.NEVER) {
        throw new IllegalArgumentException(
            "httpClient must not follow redirects: it would send the API key to where they lead");
      }
      this.delegate = Objects.requireNonNull(delegate, "delegate");
      return this;
    }

    /** Sets what makes the transport's own client, of {@link OwnClient#builder}. */
    public Builder own(HttpClient.Builder own) {
      this.own = own;
      return this;
    }

    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = retryPolicy;
      return this;
    }

    /** Sets the limiter; null for the standard one. */
    public Builder limiter(@Nullable RateLimiter limiter) {
      this.limiter = limiter;
      return this;
    }

    public Builder timeouts(Timeouts timeouts) {
      this.timeouts = timeouts;
      return this;
    }

    /** Adds a listener. */
    public Builder listener(CallListener listener) {
      listeners.add(listener);
      return this;
    }

    public Builder caps(Caps caps) {
      this.caps = caps;
      return this;
    }

    /** Sets clock and sleeper. */
    public Builder time(Time time) {
      this.time = time;
      return this;
    }

    /** Sets what jitter is made of: numbers from 0 to 1. */
    public Builder random(DoubleSupplier random) {
      this.random = random;
      return this;
    }

    public TransportOptions build() {
      return new TransportOptions(this);
    }
  }
}
