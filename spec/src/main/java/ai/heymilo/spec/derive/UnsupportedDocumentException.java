// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.List;

/** The document says something that no rule understands, so nothing is generated from it. */
public final class UnsupportedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> refused;

  /**
   * Creates an exception.
   *
   * @param refused one line for each thing that was not understood; not empty
   */
  public UnsupportedDocumentException(List<String> refused) {
    super(
        refused.size() == 1
            ? refused.get(0)
            : refused.size() + " things not understood:\n  " + String.join("\n  ", refused));
    this.refused = List.copyOf(refused);
  }

  /** Returns one line for each thing that was not understood: its JSON pointer, and why. */
  public List<String> refused() {
    return refused;
  }
}
