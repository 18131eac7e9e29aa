// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.spec.update.Place.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two documents, place by place: first pairs what was renamed or moved, then judges each
 * fact of a pair ({@link Verdicts}).
 */
public final class Comparison {
  private final Map<String, Place> old;
  private final Map<String, Place> now;
  private final List<Change> changes = new ArrayList<>();

  /** Keys of places whose type changed: what is in them is another thing. */
  private final Set<String> closed = new HashSet<>();

  private Comparison(JsonNode before, JsonNode after) {
    this.now = Snapshot.of(after);
    this.old = Pairing.of(Snapshot.of(before), now);
  }

  /**
   * Returns what changed, in the order of the new document; what is gone comes last.
   *
   * @param before a document that the generator's view can be derived from
   * @param after another one
   */
  public static List<Change> of(JsonNode before, JsonNode after) {
    Comparison comparison = new Comparison(before, after);
    comparison.now.forEach(comparison::place);
    comparison.old.forEach(comparison::gone);
    return comparison.changes;
  }

  private void place(String key, Place place) {
    Place before = old.get(key);
    if (before != null) {
      if (closed.contains(before.parent()) || closed.contains(place.parent())) {
        closed.add(key);
        return;
      }
      List<Change> found = Verdicts.of(before, place);
      changes.addAll(found);
      if (found.stream().anyMatch(change -> change.kind() == ChangeKind.TYPE)) {
        closed.add(key);
      }
    } else if (place.parent().isEmpty() || old.containsKey(place.parent())) {
      if (!closed.contains(place.parent())) {
        changes.add(added(place));
      }
    }
  }

  private Change added(Place place) {
    boolean required = place.is("required");
    boolean argument =
        required && place.kind() != Kind.FIELD && (place.kind() == Kind.BODY || place.is("each"));
    boolean another = place.is("success") && place.is("unread") && !isKnownSuccess(place);
    Effect request = argument ? SOURCE : required && place.kind() == Kind.FIELD ? WIRE : SAFE;
    String sentence = "is new.";
    if (another) {
      sentence = "is new: a success whose body is not the one that the client reads.";
    } else if (required) {
      sentence = "is new, and required.";
    }
    return new Change(
        ChangeKind.ADDED, seenBefore(place), request, another ? WIRE : SAFE, sentence);
  }

  /** Callers of today do not have what is in a new place; of a new use nothing breaks. */
  private Place seenBefore(Place place) {
    Place parent = old.get(place.parent());
    return parent == null || place.kind() != Kind.FIELD ? place : place.seenAs(parent);
  }

  private boolean isKnownSuccess(Place answer) {
    return old.values().stream()
        .anyMatch(
            one ->
                one.parent().equals(answer.parent())
                    && one.is("success")
                    && one.fact("content").equals(answer.fact("content")));
  }

  private void gone(String key, Place place) {
    if (now.containsKey(key)
        || closed.contains(place.parent())
        || !(place.parent().isEmpty() || now.containsKey(place.parent()))) {
      return;
    }
    Effect effect = SOURCE;
    if (place.kind() == Kind.ACCESS) {
      effect = WIRE;
    } else if (place.kind() == Kind.ANSWER) {
      effect = place.is("success") ? WIRE : SAFE;
    } else if (place.kind() == Kind.PARAMETER && !place.is("each")) {
      effect = SAFE;
    }
    changes.add(new Change(ChangeKind.REMOVED, place, effect, effect, "is gone."));
  }

  /** Compares numbers by value: {@code 10} is {@code 10.0}. */
  static boolean same(JsonNode one, JsonNode other) {
    Comparator<JsonNode> byValue =
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1;
    return one.equals(byValue, other);
  }
}
