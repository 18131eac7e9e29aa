// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Compares what single values may be: format, enumeration, constant, default. */
final class ValueComparison {
  /** The formats that the Java type of a value depends on. */
  private static final Set<String> TYPES = Set.of("date-time", "int64");

  private final Changes changes;

  ValueComparison(Changes changes) {
    this.changes = changes;
  }

  void compare(Place place, Shape old, Shape now) {
    format(place, old.get("format").asText(), now.get("format").asText());
    enumeration(place, old.get("enum"), now.get("enum"));
    constant(place, old.get("const"), now.get("const"));
    standard(place, old.get("default"), now.get("default"));
  }

  private void format(Place place, String before, String after) {
    if (before.equals(after)) {
      return;
    }
    boolean java = TYPES.contains(before) || TYPES.contains(after);
    changes.add(
        ChangeKind.FORMAT,
        place,
        java ? SOURCE : after.isEmpty() ? SAFE : WIRE,
        java ? SOURCE : SAFE,
        "the format was " + named(before) + ", is " + named(after) + ".");
  }

  private static String named(String format) {
    return format.isEmpty() ? "free" : format;
  }

  private void enumeration(Place place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isMissingNode()) {
      boolean java = isOfTexts(after);
      changes.add(
          ChangeKind.ENUM_CLOSED,
          place,
          java ? SOURCE : WIRE,
          java ? SOURCE : SAFE,
          "must be one of " + after + " now, where any value was allowed.");
    } else if (after.isMissingNode()) {
      Effect effect = isOfTexts(before) ? SOURCE : SAFE;
      changes.add(
          ChangeKind.ENUM_DROPPED,
          place,
          effect,
          effect,
          "may be any value now, was " + before + ".");
    } else {
      members(place, before, after);
    }
  }

  private void members(Place place, JsonNode before, JsonNode after) {
    int moved = changes.found().size();
    for (JsonNode value : before) {
      if (!contains(after, value)) {
        changes.add(
            ChangeKind.ENUM_VALUE_REMOVED,
            place,
            value.isTextual() ? SOURCE : WIRE,
            value.isTextual() ? SOURCE : SAFE,
            value + " is gone.");
      }
    }
    for (JsonNode value : after) {
      if (!contains(before, value)) {
        changes.safe(
            ChangeKind.ENUM_VALUE_ADDED,
            place,
            value + " is new; clients that do not know it keep it.");
      }
    }
    if (changes.found().size() == moved) {
      changes.safe(ChangeKind.WORDING, place, "lists its values in another order.");
    }
  }

  private static boolean isOfTexts(JsonNode values) {
    for (JsonNode value : values) {
      if (!value.isTextual() && !value.isNull()) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(JsonNode values, JsonNode wanted) {
    for (JsonNode value : values) {
      if (value.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private void constant(Place place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isMissingNode()) {
      changes.add(
          ChangeKind.CONST,
          place,
          SOURCE,
          SAFE,
          "is always " + after + " now: the client writes it, and what sets it is gone.");
    } else if (after.isMissingNode()) {
      changes.add(
          ChangeKind.CONST,
          place,
          WIRE,
          SAFE,
          "need not be " + before + " any more: the client does not write it by itself.");
    } else {
      changes.add(ChangeKind.CONST, place, WIRE, WIRE, "was " + before + ", is " + after + ".");
    }
  }

  /** A default is not sent by the client, so that the server's counts for calls without a value. */
  private void standard(Place place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isMissingNode()) {
      changes.safe(ChangeKind.DEFAULT, place, "has a default now: " + after + ".");
    } else {
      changes.add(
          ChangeKind.DEFAULT,
          place,
          WIRE,
          SAFE,
          "calls that leave it out got "
              + before
              + " and get "
              + (after.isMissingNode() ? "what the document does not say" : after.toString())
              + " now.");
    }
  }
}
