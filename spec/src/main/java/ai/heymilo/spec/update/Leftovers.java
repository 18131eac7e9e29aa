// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reports what no rule judges, so that nothing is missed. */
final class Leftovers {
  private Leftovers() {}

  static void report(
      Changes changes,
      Place place,
      JsonNode before,
      JsonNode after,
      Set<String> judged,
      Set<String> wording) {
    Set<String> words = new LinkedHashSet<>();
    for (String key : Published.names(before, after)) {
      if (judged.contains(key) || before.path(key).equals(after.path(key))) {
        continue;
      }
      if (wording.contains(key) || key.startsWith("x-")) {
        words.add(key);
      } else {
        changes.add(
            ChangeKind.OTHER,
            place,
            Effect.WIRE,
            Effect.WIRE,
            "'" + key + "' has changed; read it yourself.");
      }
    }
    if (!words.isEmpty()) {
      changes.safe(
          ChangeKind.WORDING, place, "has other words (" + String.join(", ", words) + ").");
    }
  }
}
