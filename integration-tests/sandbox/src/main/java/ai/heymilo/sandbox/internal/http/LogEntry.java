// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request that arrived, and what became of it. */
public final class LogEntry {
  private final String id;
  private final SandboxRequest request;
  private final @Nullable String operation;
  private final Instant arrival;
  private volatile int status;

  LogEntry(String id, SandboxRequest request, @Nullable String operation, Instant arrival) {
    this.id = id;
    this.request = request;
    this.operation = operation;
    this.arrival = arrival;
  }

  /** Returns the {@code X-Request-Id} of the answer. */
  public String id() {
    return id;
  }

  /** Returns the request. */
  public SandboxRequest request() {
    return request;
  }

  /** Returns the {@code operationId}, null for a request that the document has no operation for. */
  public @Nullable String operation() {
    return operation;
  }

  /** Returns when it arrived, by the sandbox's clock. */
  public Instant arrival() {
    return arrival;
  }

  /** Returns the status it was answered with; 0 while it is not, and if it never was. */
  public int status() {
    return status;
  }

  void answered(int newStatus) {
    status = newStatus;
  }
}
