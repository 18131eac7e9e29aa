// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import org.jspecify.annotations.Nullable;

/** The rule for API keys. */
public final class ApiKeys {
  private ApiKeys() {}

  /**
   * Checks a key, because the JDK quotes a header value that it refuses.
   *
   * @return the key
   * @throws IllegalArgumentException if the key is empty or holds anything but visible ASCII; the
   *     key is not in the message
   */
  public static String check(@Nullable String apiKey) {
    if (apiKey == null || apiKey.isEmpty()) {
      throw new IllegalArgumentException("apiKey must not be empty");
    }
    for (int i = 0; i < apiKey.length(); i++) {
      char c = apiKey.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            "apiKey must hold visible ASCII characters only, and has another one at index "
                + i
                + (c <= ' ' ? " (a space, a line end or a control character)" : ""));
      }
    }
    return apiKey;
  }
}
