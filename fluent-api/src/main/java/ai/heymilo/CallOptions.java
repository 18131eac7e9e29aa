// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.internal.Calls;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;

/**
 * Configures a view of a client: {@link HeyMilo#withOptions}. Unset options stay as the client has
 * them. Not thread-safe.
 */
public final class CallOptions {
  private ClientOptions options;

  CallOptions(ClientOptions options) {
    this.options = options;
  }

  ClientOptions options() {
    return options;
  }

  /**
   * Sets the time for one attempt, headers and body.
   *
   * @param attemptTimeout more than zero
   * @return these options
   * @throws IllegalArgumentException if it is null, or not more than zero
   */
  public CallOptions attemptTimeout(Duration attemptTimeout) {
    Calls.notNull("attemptTimeout", attemptTimeout);
    options = options.timeouts(options.timeouts().toBuilder().attempt(attemptTimeout).build());
    return this;
  }

  /**
   * Sets the time for a call, waits included.
   *
   * @param callTimeout more than zero
   * @return these options
   * @throws IllegalArgumentException if it is null, or not more than zero
   */
  public CallOptions callTimeout(Duration callTimeout) {
    Calls.notNull("callTimeout", callTimeout);
    options = options.timeouts(options.timeouts().toBuilder().call(callTimeout).build());
    return this;
  }

  /**
   * Sets the number of bytes that a successful response may have, for example for a download.
   *
   * @param bytes at least 1
   * @return these options
   * @throws IllegalArgumentException if it is less than 1
   */
  public CallOptions maxResponseBytes(int bytes) {
    options = options.maxResponseBytes(bytes);
    return this;
  }

  /**
   * Sets the workspace of the calls ({@code X-Workspace-Id}).
   *
   * @param workspaceId visible ASCII characters
   * @return these options
   * @throws IllegalArgumentException if it cannot be a header
   */
  public CallOptions workspaceId(String workspaceId) {
    options = options.workspaceId(Calls.notNull("workspaceId", workspaceId));
    return this;
  }

  /**
   * Sets whether updates (PATCH) are retried like reads when their fate is unknown. An update sets
   * fields to values, so repeating it is harmless unless someone else changed the same fields in
   * between. Off by default.
   *
   * @param retryUpdates whether to retry them
   * @return these options
   */
  public CallOptions retryUpdates(boolean retryUpdates) {
    options = options.retryUpdates(retryUpdates);
    return this;
  }

  /**
   * Sets whether all writes are retried like reads when their fate is unknown. Switch it on for
   * calls that have the same effect when they are made twice, for example a POST that only looks
   * something up. Off by default.
   *
   * @param repeatable whether to retry them
   * @return these options
   */
  public CallOptions repeatable(boolean repeatable) {
    options = options.repeatable(repeatable);
    return this;
  }

  /**
   * Sets the priority at the limiter.
   *
   * @param priority {@code NORMAL} by default
   * @return these options
   */
  public CallOptions priority(RateLimiter.Priority priority) {
    options = options.priority(Calls.notNull("priority", priority));
    return this;
  }

  /**
   * Adds a header to the calls, for example a trace id.
   *
   * @param name a token of HTTP; not one of the headers that the client or the JDK sets
   * @param value visible ASCII characters and spaces, at least one
   * @return these options
   * @throws IllegalArgumentException if name or value cannot be sent, or the header is reserved
   */
  public CallOptions header(String name, String value) {
    options = options.header(Calls.notNull("name", name), Calls.notNull("value", value));
    return this;
  }
}
