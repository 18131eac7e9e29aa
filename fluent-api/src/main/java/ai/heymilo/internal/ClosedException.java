// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

/** A closed client was to send something, and has not. */
public final class ClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public ClosedException() {
    super("the client is closed");
  }
}
