// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes what is percent-encoded, as servers do: what is not valid stays as it is. */
public final class Percent {
  private Percent() {}

  /** Decodes a segment of a path, in which a plus is a plus. */
  public static String inPath(String segment) {
    return inQuery(segment.replace("+", "%2B"));
  }

  /** Decodes a name or a value of a query, in which a plus is a space. */
  public static String inQuery(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
