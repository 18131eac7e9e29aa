// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.http;

import java.util.Locale;
import java.util.Set;

/** The rules for headers that callers set. */
public final class HeaderRules {
  /** Headers that the client sets itself, or that the JDK does not allow to be set. */
  private static final Set<String> RESERVED =
      Set.of(
          "x-api-key",
          "accept-encoding",
          "authorization",
          "cookie",
          "host",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "transfer-encoding",
          "upgrade");

  private HeaderRules() {}

  /**
   * Checks the name of a header.
   *
   * @return the name in lower case
   * @throws IllegalArgumentException if it is not a token of HTTP, or is reserved
   */
  public static String name(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!lower.matches("[a-z0-9!#$%&'*+.^_`|~-]+")) {
      throw new IllegalArgumentException(
          "header name must be a token of HTTP, was \"" + name + "\"");
    }
    if (RESERVED.contains(lower)) {
      throw new IllegalArgumentException("header " + lower + " cannot be set here");
    }
    return lower;
  }

  /**
   * Checks the value of a header, which is not quoted.
   *
   * @throws IllegalArgumentException if it cannot be sent
   */
  public static String value(String name, String value) {
    if (value.isEmpty() || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(name + " must be one or more printable ASCII characters");
    }
    return value;
  }
}
