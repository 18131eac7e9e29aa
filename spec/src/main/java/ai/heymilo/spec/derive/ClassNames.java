// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which names a generated class may have. */
final class ClassNames {
  /** Simple names that generated code refers to without their package, in lower case. */
  private static final Set<String> TAKEN =
      Set.of(
          // of the generated client itself
          "apicall",
          "apiclient",
          "apiexception",
          "apimodel",
          "apiresponse",
          "json",
          "limits",
          "openenum",
          "operation",
          "operationrequest",
          "patch",
          "rawbody",
          "reader",
          "readers",
          "setters",
          "timestamps",
          "unionreader",
          "unixtime",
          "unknown",
          "valuereader",
          "violation",
          "writer",
          "writers",
          // of java.lang, which a class of the same package hides
          "arithmeticexception",
          "boolean",
          "byte",
          "character",
          "class",
          "deprecated",
          "double",
          "enum",
          "error",
          "exception",
          "float",
          "integer",
          "iterable",
          "long",
          "math",
          "number",
          "numberformatexception",
          "object",
          "override",
          "package",
          "record",
          "safevarargs",
          "short",
          "string",
          "stringbuilder",
          "suppresswarnings",
          "system",
          "thread",
          "throwable",
          "void",
          // imported
          "completablefuture",
          "instant",
          "ioexception",
          "jsondeserialize",
          "jsongenerator",
          "jsonnullable",
          "jsonparser",
          "list",
          "map",
          "nullable",
          "nullmarked",
          "objects",
          "serializedstring",
          "set");

  private ClassNames() {}

  /**
   * Returns the name itself, or one made from it, such that no class has it yet, and adds it to the
   * names in use. Two names that differ only in case would be one file on some systems.
   */
  static String unused(String wanted, Set<String> used) {
    boolean unusable =
        wanted.isEmpty()
            || !Character.isJavaIdentifierStart(wanted.charAt(0))
            || TAKEN.contains(wanted.toLowerCase(Locale.ROOT));
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

  /** Says whether no schema of the document has the name, and generated code does not use it. */
  static boolean isFree(Document document, String name) {
    return unused(name, used(document)).equals(name);
  }
}
