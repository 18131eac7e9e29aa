// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

/** What a change does to callers, on one side: what they send, or what they read. */
public enum Effect {
  /** The place is not on this side. */
  NONE("-"),
  /** Nothing that works today stops working. */
  SAFE("safe"),
  /** Code compiles as before, but calls are rejected, or answers read, in another way. */
  WIRE("behaves differently"),
  /** Code that compiles today may not compile with the client generated from the new document. */
  SOURCE("does not compile");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /** Returns whether callers have to act. */
  public boolean isBreaking() {
    return this == WIRE || this == SOURCE;
  }

  String words() {
    return words;
  }
}
