// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.faults;

import java.time.Duration;

/** One kind of misbehaviour. */
public final class Fault {
  /** What happens to the exchange. */
  public enum Kind {
    /** Answered with an error status; not applied. */
    FAIL,
    /** The connection is closed without an answer; not applied. */
    DROP,
    /** Applied, then the connection is closed without an answer. */
    APPLY_AND_DROP,
    /** Applied, then half of the body is sent and the connection closed. */
    TRUNCATE,
    /** The answer waits. */
    LATENCY,
    /** The body comes in pieces. */
    SLOW_BODY,
    /** The answer has fields that the document does not have. */
    NEW_FIELDS,
    /** The answer has values that the document does not list. */
    NEW_VALUES;

    /** Returns whether one exchange can have only one fault of this kind and its like. */
    boolean isExclusive() {
      return compareTo(TRUNCATE) <= 0;
    }
  }

  private final Kind kind;
  private final int status;
  private final Duration duration;

  private Fault(Kind kind, int status, Duration duration) {
    this.kind = kind;
    this.status = status;
    this.duration = duration;
  }

  /** Returns a fault that needs no more to be said. */
  public static Fault of(Kind kind) {
    return new Fault(kind, 0, Duration.ZERO);
  }

  /** Returns the fault that answers with {@code status}. */
  public static Fault fail(int status) {
    return new Fault(Kind.FAIL, status, Duration.ZERO);
  }

  /** Returns a fault that takes time. */
  public static Fault lasting(Kind kind, Duration duration) {
    return new Fault(kind, 0, duration);
  }

  /** Returns the kind. */
  public Kind kind() {
    return kind;
  }

  /** Returns the status of a {@link Kind#FAIL}. */
  public int status() {
    return status;
  }

  /** Returns how long it takes; zero for kinds that take no time. */
  public Duration duration() {
    return duration;
  }
}
