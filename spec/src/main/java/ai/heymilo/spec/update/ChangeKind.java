// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.util.Locale;

/** The kinds of change that are told apart. */
public enum ChangeKind {
  /** The version of the document, or where its servers are. */
  VERSION,
  /** What a caller needs to be let in. */
  ACCESS,
  ADDED,
  REMOVED,
  RENAMED,
  /** In another place than before: a path, the query, the order of arguments. */
  MOVED,
  /** The Java type, or how a value is read into it. */
  TYPE,
  /** Required now, or no longer. */
  REQUIRED,
  /** Null is allowed now, or no longer. */
  NULL,
  FORMAT,
  /** The values of an enumeration, listed or described. */
  VALUE,
  CONSTANT,
  LIMIT,
  DEFAULT,
  VARIANT,
  MEDIA_TYPE,
  DEPRECATED,
  /** A description that names other numbers or values, which no rule understands. */
  TO_READ,
  /** A description that names the same. */
  WORDING,
  /** A keyword that no rule judges. */
  OTHER;

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
