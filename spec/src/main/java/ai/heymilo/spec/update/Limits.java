// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.WIRE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Compares limits. Answers are not checked against them, so that only requests can break. */
final class Limits {
  private enum Sense {
    /** The higher, the tighter. */
    LEAST,
    /** The lower, the tighter. */
    MOST,
    /** One cannot be told to be tighter than another; having one is tighter than having none. */
    CONDITION
  }

  private static final Map<String, Sense> SENSES =
      Map.ofEntries(
          Map.entry("minimum", Sense.LEAST),
          Map.entry("exclusiveMinimum", Sense.LEAST),
          Map.entry("minLength", Sense.LEAST),
          Map.entry("minItems", Sense.LEAST),
          Map.entry("minProperties", Sense.LEAST),
          Map.entry("maximum", Sense.MOST),
          Map.entry("exclusiveMaximum", Sense.MOST),
          Map.entry("maxLength", Sense.MOST),
          Map.entry("maxItems", Sense.MOST),
          Map.entry("maxProperties", Sense.MOST),
          Map.entry("pattern", Sense.CONDITION),
          Map.entry("multipleOf", Sense.CONDITION),
          Map.entry("uniqueItems", Sense.CONDITION));

  private Limits() {}

  static boolean isLimit(String keyword) {
    return SENSES.containsKey(keyword);
  }

  static void compare(Changes changes, Place place, Shape old, Shape now) {
    for (String keyword : Published.names(old.keywords(), now.keywords())) {
      Sense sense = SENSES.get(keyword);
      JsonNode before = old.get(keyword);
      JsonNode after = now.get(keyword);
      if (sense != null && !before.equals(after)) {
        boolean tighter = isTighter(sense, before, after);
        changes.add(
            tighter ? ChangeKind.LIMIT_TIGHTENED : ChangeKind.LIMIT_LOOSENED,
            place,
            tighter ? WIRE : SAFE,
            SAFE,
            keyword + " was " + words(before) + ", is " + words(after) + ".");
      }
    }
  }

  private static boolean isTighter(Sense sense, JsonNode before, JsonNode after) {
    if (isNone(before) || isNone(after)) {
      return !isNone(after);
    }
    if (sense == Sense.CONDITION || !before.isNumber() || !after.isNumber()) {
      return true;
    }
    int higher = after.decimalValue().compareTo(before.decimalValue());
    return sense == Sense.LEAST ? higher > 0 : higher < 0;
  }

  private static boolean isNone(JsonNode limit) {
    return limit.isMissingNode() || (limit.isBoolean() && !limit.asBoolean());
  }

  private static String words(JsonNode limit) {
    return isNone(limit) ? "none" : limit.toString();
  }
}
