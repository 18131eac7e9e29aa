// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.operations.Reply;
import java.time.Duration;

/** An answer, and how it gets to the caller. */
public final class Outcome {
  /** What becomes of the connection. */
  public enum Delivery {
    /** The whole answer is sent. */
    WHOLE,
    /** Half of the body is sent, then the connection is closed. */
    TRUNCATED,
    /** The connection is closed without an answer. */
    DROPPED
  }

  private final LogEntry entry;
  private final Reply reply;
  private final Delivery delivery;
  private final Duration latency;
  private final Duration bodyTime;

  private Outcome(
      LogEntry entry, Reply reply, Delivery delivery, Duration latency, Duration bodyTime) {
    this.entry = entry;
    this.reply = reply;
    this.delivery = delivery;
    this.latency = latency;
    this.bodyTime = bodyTime;
  }

  static Outcome of(
      LogEntry entry, Reply reply, Delivery delivery, Duration latency, Duration bodyTime) {
    return new Outcome(entry, reply, delivery, latency, bodyTime);
  }

  /** Returns the request as it was logged. */
  public LogEntry entry() {
    return entry;
  }

  /** Returns the answer. */
  public Reply reply() {
    return reply;
  }

  /** Returns what becomes of the connection. */
  public Delivery delivery() {
    return delivery;
  }

  /** Returns how long the answer waits. */
  public Duration latency() {
    return latency;
  }

  /** Returns over how long the body is sent; zero for at once. */
  public Duration bodyTime() {
    return bodyTime;
  }
}
