// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import java.util.Locale;

/**
 * Makes identifiers that look like a server's: opaque, unique, and the same ones in the same order
 * for every new sandbox.
 */
public final class Ids {
  private long issued;

  /** Returns an identifier that no earlier call returned: {@code prefix} and 13 characters. */
  public String next(String prefix) {
    String text = Long.toUnsignedString(mixed(++issued), 36).toLowerCase(Locale.ROOT);
    return prefix + "0".repeat(13 - text.length()) + text;
  }

  /** Returns how many identifiers were made. */
  public long issued() {
    return issued;
  }

  /**
   * The finaliser of SplitMix64: one to one, so that two numbers never make the same identifier.
   */
  private static long mixed(long number) {
    long z = number * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
