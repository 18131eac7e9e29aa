// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) into a document. */
final class Pointers {
  private static final String SCHEMAS = "/components/schemas/";

  private Pointers() {}

  static String escape(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  /** Returns whether the pointer leads to a named schema itself, not to a part of it. */
  static boolean isNamedSchema(String pointer) {
    return pointer.startsWith(SCHEMAS) && pointer.indexOf('/', SCHEMAS.length()) < 0;
  }

  /** Returns the name of the named schema that the pointer leads into, or null. */
  static @Nullable String namedSchema(String pointer) {
    return pointer.startsWith(SCHEMAS) ? unescape(tokens(pointer).get(3)) : null;
  }

  /** Returns the name of the innermost property that the pointer leads to or into, or null. */
  static @Nullable String property(String pointer) {
    List<String> tokens = tokens(pointer);
    int at = tokens.subList(0, tokens.size() - 1).lastIndexOf("properties");
    return at < 0 ? null : unescape(tokens.get(at + 1));
  }

  private static List<String> tokens(String pointer) {
    return List.of(pointer.split("/", -1));
  }
}
