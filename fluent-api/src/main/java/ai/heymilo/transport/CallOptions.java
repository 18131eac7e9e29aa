// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Options for some of a client's calls. What is not set stays as the client has it. Immutable and
 * thread-safe.
 */
public final class CallOptions {
  private final @Nullable Duration attemptTimeout;
  private final @Nullable Duration callTimeout;
  private final @Nullable String workspaceId;
  private final @Nullable Boolean retryUpdates;
  private final @Nullable Boolean repeatable;
  private final RateLimiter.@Nullable Priority priority;
  private final Map<String, String> headers;

  private CallOptions(Builder builder) {
    this.attemptTimeout = builder.attemptTimeout;
    this.callTimeout = builder.callTimeout;
    this.workspaceId = builder.workspaceId;
    this.retryUpdates = builder.retryUpdates;
    this.repeatable = builder.repeatable;
    this.priority = builder.priority;
    this.headers = Collections.unmodifiableMap(new TreeMap<>(builder.headers));
  }

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the time for one attempt, headers and body; null if not set. */
  public @Nullable Duration attemptTimeout() {
    return attemptTimeout;
  }

  /** Returns the time for a call, waits included; null if not set. */
  public @Nullable Duration callTimeout() {
    return callTimeout;
  }

  /** Returns the workspace; null if not set. */
  public @Nullable String workspaceId() {
    return workspaceId;
  }

  /** Returns whether updates are repeated when their fate is unknown; null if not set. */
  public @Nullable Boolean retryUpdates() {
    return retryUpdates;
  }

  /** Returns whether any write is repeated when its fate is unknown; null if not set. */
  public @Nullable Boolean repeatable() {
    return repeatable;
  }

  /** Returns the priority at the limiter; null if not set. */
  public RateLimiter.@Nullable Priority priority() {
    return priority;
  }

  /** Returns further headers, unmodifiable, with names in lower case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns what is set; of headers the names only. */
  @Override
  public String toString() {
    return "CallOptions[attemptTimeout="
        + attemptTimeout
        + ", callTimeout="
        + callTimeout
        + ", workspaceId="
        + workspaceId
        + ", retryUpdates="
        + retryUpdates
        + ", repeatable="
        + repeatable
        + ", priority="
        + priority
        + ", headers="
        + headers.keySet()
        + "]";
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    /** What the client itself has to say, or the JDK does not let others say. */
    private static final Set<String> RESERVED =
        Set.of(
            "x-api-key",
            "accept-encoding",
            "authorization",
            "cookie",
            "host",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "transfer-encoding",
            "upgrade");

    private final Map<String, String> headers = new TreeMap<>();
    private @Nullable Duration attemptTimeout;
    private @Nullable Duration callTimeout;
    private @Nullable String workspaceId;
    private @Nullable Boolean retryUpdates;
    private @Nullable Boolean repeatable;
    private RateLimiter.@Nullable Priority priority;

    private Builder() {}

    /**
     * Sets the time for one attempt, headers and body.
     *
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder attemptTimeout(Duration attemptTimeout) {
      this.attemptTimeout = Durations.positive("attemptTimeout", attemptTimeout);
      return this;
    }

    /**
     * Sets the time for a call, waits included.
     *
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder callTimeout(Duration callTimeout) {
      this.callTimeout = Durations.positive("callTimeout", callTimeout);
      return this;
    }

    /**
     * Sets the workspace that the calls are for ({@code X-Workspace-Id}).
     *
     * @throws IllegalArgumentException if it cannot be a header
     */
    public Builder workspaceId(String workspaceId) {
      if (workspaceId.indexOf(' ') >= 0) {
        throw new IllegalArgumentException("workspaceId must not hold spaces");
      }
      this.workspaceId = visible("workspaceId", workspaceId);
      return this;
    }

    /**
     * Has updates (PATCH) repeated like reads when their fate is unknown. An update sets fields to
     * values, so repeating it does no harm unless somebody else changed the same fields in between.
     * Off by default.
     */
    public Builder retryUpdates(boolean retryUpdates) {
      this.retryUpdates = retryUpdates;
      return this;
    }

    /**
     * Has all writes of the view repeated like reads when their fate is unknown. Set it for calls
     * that come to the same when they are done twice, for example a POST that only looks something
     * up. Off by default.
     */
    public Builder repeatable(boolean repeatable) {
      this.repeatable = repeatable;
      return this;
    }

    /** Sets the priority at the limiter. */
    public Builder priority(RateLimiter.Priority priority) {
      this.priority = priority;
      return this;
    }

    /**
     * Adds a header to the calls, for example one that names a trace.
     *
     * @throws IllegalArgumentException if name or value cannot be sent, or if the header is not the
     *     caller's to set
     */
    public Builder header(String name, String value) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!lower.matches("[a-z0-9!#$%&'*+.^_`|~-]+")) {
        throw new IllegalArgumentException(
            "header name must be a token of HTTP, was \"" + name + "\"");
      }
      if (RESERVED.contains(lower)) {
        throw new IllegalArgumentException("header " + lower + " cannot be set here");
      }
      headers.put(lower, visible("header " + lower, value));
      return this;
    }

    /** Returns the options. */
    public CallOptions build() {
      return new CallOptions(this);
    }

    private static String visible(String name, String value) {
      if (value.isEmpty() || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
        throw new IllegalArgumentException(
            name + " must be one or more printable ASCII characters");
      }
      return value;
    }
  }
}
