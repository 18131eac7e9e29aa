// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which names a generated class may have. */
final class ClassNames {
  private ClassNames() {}

  /**
   * Returns the name itself, or one made from it, such that no class has it yet, and adds it to the
   * names in use. Two names that differ only in case would be one file on some systems.
   */
  static String unused(String wanted, Set<String> used) {
    boolean unusable =
        wanted.isEmpty()
            || !Character.isJavaIdentifierStart(wanted.charAt(0))
            || Templates.TYPES.contains(wanted.toLowerCase(Locale.ROOT));
    String base = unusable ? "Model" + wanted : wanted;
    String name = base;
    for (int n = 2; !used.add(name.toLowerCase(Locale.ROOT)); n++) {
      name = base + n;
    }
    return name;
  }

  /** Returns the names of the document's schemas, as {@link #unused} wants them. */
  static Set<String> used(Document document) {
    Set<String> used = new HashSet<>();
    document.schemas().fieldNames().forEachRemaining(n -> used.add(n.toLowerCase(Locale.ROOT)));
    return used;
  }

  /** Returns whether no schema of the document has the name, and generated code does not use it. */
  static boolean isFree(Document document, String name) {
    return unused(name, used(document)).equals(name);
  }
}
