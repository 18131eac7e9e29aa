// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares the variants of a value, and how they are told apart. */
final class UnionComparison {
  private final Changes changes;
  private final SchemaComparison schemas;

  UnionComparison(Changes changes, SchemaComparison schemas) {
    this.changes = changes;
    this.schemas = schemas;
  }

  void compare(Place place, Shape old, Shape now) {
    for (String union : List.of("oneOf", "anyOf", "allOf")) {
      if (!old.get(union).equals(now.get(union))) {
        members(place, union, old.get(union), now.get(union));
      }
    }
    JsonNode before = old.get("discriminator");
    JsonNode after = now.get("discriminator");
    if (!before.equals(after)) {
      Effect effect = onlyAdds(before, after) ? SAFE : SOURCE;
      changes.add(
          ChangeKind.DISCRIMINATOR,
          place,
          effect,
          effect,
          "variants are told apart otherwise: was " + words(before) + ", is " + words(after) + ".");
    }
  }

  private static String words(JsonNode discriminator) {
    return discriminator.isMissingNode() ? "not said" : discriminator.toString();
  }

  private static boolean onlyAdds(JsonNode before, JsonNode after) {
    if (!before.path("propertyName").equals(after.path("propertyName"))) {
      return false;
    }
    for (String value : Published.names(before.path("mapping"))) {
      if (!before.path("mapping").path(value).equals(after.path("mapping").path(value))) {
        return false;
      }
    }
    return true;
  }

  /** Members that are equal belong together; of the others, inline ones do by their position. */
  private void members(Place place, String union, JsonNode before, JsonNode after) {
    List<JsonNode> gone = without(before, after);
    List<JsonNode> added = without(after, before);
    if (gone.isEmpty() && added.isEmpty()) {
      changes.safe(ChangeKind.WORDING, place, "lists its variants in another order.");
    }
    while (!gone.isEmpty() && !added.isEmpty() && isInline(gone.get(0)) && isInline(added.get(0))) {
      schemas.compare(place.part("|", ""), gone.remove(0), added.remove(0));
    }
    boolean all = union.equals("allOf");
    for (JsonNode one : gone) {
      String sentence = Shape.of(one).type() + (all ? " is no part any more." : " is gone.");
      changes.add(ChangeKind.VARIANT_REMOVED, place, SOURCE, SOURCE, sentence);
    }
    for (JsonNode one : added) {
      String sentence = Shape.of(one).type() + (all ? " is a part now." : " is possible now.");
      changes.add(ChangeKind.VARIANT_ADDED, place, all ? WIRE : SAFE, SAFE, sentence);
    }
  }

  private static boolean isInline(JsonNode member) {
    return !member.has("$ref");
  }

  private static List<JsonNode> without(JsonNode members, JsonNode others) {
    List<JsonNode> left = new ArrayList<>();
    members.forEach(left::add);
    others.forEach(left::remove);
    return left;
  }
}
