// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;
import java.util.Objects;

/** The timeouts of connecting, of an attempt and of a call. Immutable and thread-safe. */
public final class Timeouts {
  private static final Timeouts DEFAULTS = builder().build();

  private final Duration connect;
  private final Duration attempt;
  private final Duration call;

  private Timeouts(Builder builder) {
    this.connect = builder.connect;
    this.attempt = builder.attempt;
    this.call = builder.call;
  }

  /** Returns 10 seconds to connect, 30 seconds an attempt, 120 seconds a call. */
  public static Timeouts defaults() {
    return DEFAULTS;
  }

  /** Returns a builder that starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts from these values. */
  public Builder toBuilder() {
    return builder().connect(connect).attempt(attempt).call(call);
  }

  /**
   * Returns the time for opening a connection. All views of a client share its connections, so a
   * view cannot change it; an {@code HttpClient} of your own keeps its own.
   */
  public Duration connect() {
    return connect;
  }

  /**
   * Returns the time for one attempt, from resolving the server's name to the last byte of the
   * response. A blocking call can exceed it when the client needs another connection and the
   * resolver hangs, because the JDK then resolves the name on the calling thread.
   */
  public Duration attempt() {
    return attempt;
  }

  /** Returns the time for a call with all its attempts and waits, those of the limiter included. */
  public Duration call() {
    return call;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Timeouts
        && connect.equals(((Timeouts) other).connect)
        && attempt.equals(((Timeouts) other).attempt)
        && call.equals(((Timeouts) other).call);
  }

  @Override
  public int hashCode() {
    return Objects.hash(connect, attempt, call);
  }

  @Override
  public String toString() {
    return "Timeouts[connect=" + connect + ", attempt=" + attempt + ", call=" + call + "]";
  }

  /** Builds timeouts. Not thread-safe. */
  public static final class Builder {
    private Duration connect = Duration.ofSeconds(10);
    private Duration attempt = Duration.ofSeconds(30);
    private Duration call = Duration.ofMinutes(2);

    private Builder() {}

    /**
     * Sets the time for opening a connection.
     *
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder connect(Duration connect) {
      this.connect = Durations.positive("connect timeout", connect);
      return this;
    }

    /**
     * Sets the time for one attempt, headers and body.
     *
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder attempt(Duration attempt) {
      this.attempt = Durations.positive("attempt timeout", attempt);
      return this;
    }

    /**
     * Sets the time for a call, waits included.
     *
     * @throws IllegalArgumentException if it is not more than zero
     */
    public Builder call(Duration call) {
      this.call = Durations.positive("call timeout", call);
      return this;
    }

    /** Returns the timeouts. */
    public Timeouts build() {
      return new Timeouts(this);
    }
  }
}
