// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import java.util.ArrayList;
import java.util.List;

/** What the rules met and did not understand, one line each. */
final class Findings {
  private final List<String> refused = new ArrayList<>();

  void refuse(String pointer, String why) {
    refused.add(pointer + ": " + why);
  }

  void throwIfAny() {
    if (!refused.isEmpty()) {
      throw new UnsupportedDocumentException(refused);
    }
  }
}
