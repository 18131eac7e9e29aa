// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.util.List;

/** The new document is not one that a client can be generated from; nothing was replaced. */
public final class InvalidDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  InvalidDocumentException(String file, List<String> findings) {
    super(file + " is not taken, nothing was replaced:\n  " + String.join("\n  ", findings));
    this.findings = List.copyOf(findings);
  }

  /** Returns what is wrong, a line each: line and column, or a JSON pointer, and why. */
  public List<String> findings() {
    return findings;
  }
}
