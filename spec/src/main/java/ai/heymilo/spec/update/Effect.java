// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

/** What a change does to callers, on one side: what they send, or what they read. */
public enum Effect {
  /** The place is not on this side. */
  NONE("-"),
  /** Nothing that works today stops working. */
  SAFE("safe"),
  /** It compiles as before, but calls are refused, or answers read, otherwise than before. */
  WIRE("BREAKING on the wire"),
  /**
   * Code that compiles today may not compile against the client generated from the new document.
   */
  SOURCE("BREAKING in Java");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /** Says whether callers have to do something. */
  public boolean isBreaking() {
    return this == WIRE || this == SOURCE;
  }

  String words() {
    return words;
  }
}
