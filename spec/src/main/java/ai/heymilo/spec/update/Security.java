// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.WIRE;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares what a caller has to prove: a list of alternatives. */
final class Security {
  private Security() {}

  static void compare(Changes changes, Place place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    changes.add(
        ChangeKind.SECURITY,
        place,
        keepsAll(before, after) ? SAFE : WIRE,
        Effect.NONE,
        "access was by " + words(before) + ", is by " + words(after) + ".");
  }

  private static boolean keepsAll(JsonNode before, JsonNode after) {
    if (after.isArray() && after.isEmpty()) {
      return true;
    }
    if (!before.isArray() || before.isEmpty()) {
      return false;
    }
    for (JsonNode alternative : before) {
      boolean found = false;
      for (JsonNode one : after) {
        found |= one.equals(alternative);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static String words(JsonNode alternatives) {
    return alternatives.isMissingNode() ? "what the whole document says" : alternatives.toString();
  }
}
