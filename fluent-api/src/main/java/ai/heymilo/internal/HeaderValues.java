// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import org.jspecify.annotations.Nullable;

/** The rule for what a client puts into headers: the API key, and the workspace. */
public final class HeaderValues {
  private HeaderValues() {}

  /**
   * Checks a value, because the JDK quotes a header value that it refuses.
   *
   * @param name what it is called
   * @return the value
   * @throws IllegalArgumentException if the value is empty or holds anything but visible ASCII; it
   *     is not in the message
   */
  public static String check(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            name
                + " must hold visible ASCII characters only, and has another one at index "
                + i
                + (c <= ' ' ? " (a space, a line end or a control character)" : ""));
      }
    }
    return value;
  }
}
