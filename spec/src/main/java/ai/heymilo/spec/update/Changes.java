// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.util.ArrayList;
import java.util.List;

/** What a comparison has found so far. */
final class Changes {
  private final List<Change> found = new ArrayList<>();

  /** Adds a change; the effect on a side that does not see the place is none. */
  void add(ChangeKind kind, Place place, Effect request, Effect response, String sentence) {
    found.add(
        new Change(
            kind,
            place,
            place.isSent() ? request : Effect.NONE,
            place.isRead() ? response : Effect.NONE,
            sentence));
  }

  void safe(ChangeKind kind, Place place, String sentence) {
    add(kind, place, Effect.SAFE, Effect.SAFE, sentence);
  }

  List<Change> found() {
    return found;
  }
}
