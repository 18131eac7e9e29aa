// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

/** How many bytes of an answer are read. Immutable. */
public final class Caps {
  private final long response;
  private final int error;

  private Caps(long response, int error) {
    this.response = response;
    this.error = error;
  }

  /** Returns 32 MiB of a success, 64 KiB of an error. */
  public static Caps defaults() {
    return of(32L << 20, 64 << 10);
  }

  /** Returns other bounds, in bytes. */
  public static Caps of(long response, int error) {
    return new Caps(response, error);
  }

  long response() {
    return response;
  }

  int error() {
    return error;
  }
}
