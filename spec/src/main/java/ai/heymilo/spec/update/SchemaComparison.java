// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Compares two schemas of one place, and what they are made of. What they refer to is compared
 * where it is named.
 */
final class SchemaComparison {
  private static final Set<String> WORDING =
      Set.of("title", "description", "summary", "example", "examples", "externalDocs", "$comment");

  /** What is judged by a rule; anything else is reported as it is. */
  private static final Set<String> JUDGED =
      Set.of(
          "$ref",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "default",
          "deprecated",
          "discriminator",
          "enum",
          "format",
          "items",
          "oneOf",
          "properties",
          "required",
          "type");

  private final Changes changes;
  private final ValueComparison values;
  private final UnionComparison unions;

  SchemaComparison(Changes changes) {
    this.changes = changes;
    this.values = new ValueComparison(changes);
    this.unions = new UnionComparison(changes, this);
  }

  void compare(Place place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    Shape old = Shape.of(before);
    Shape now = Shape.of(after);
    nullability(place, old, now);
    wording(place, old, now);
    if (!Objects.equals(old.type(), now.type())) {
      changes.add(
          ChangeKind.TYPE, place, SOURCE, SOURCE, "was " + old.type() + ", is " + now.type() + ".");
      return;
    }
    values.compare(place, old, now);
    Limits.compare(changes, place, old, now);
    unions.compare(place, old, now);
    fields(place, old, now);
    items(place, old, now);
    others(place, old, now);
    rest(place, old, now);
  }

  private void nullability(Place place, Shape old, Shape now) {
    if (!old.isNullable() && now.isNullable()) {
      changes.add(
          ChangeKind.NULLABLE, place, SAFE, WIRE, "may be null now, where a value always was.");
    } else if (old.isNullable() && !now.isNullable()) {
      changes.add(
          ChangeKind.NOT_NULLABLE,
          place,
          SOURCE,
          SAFE,
          "may not be null any more: null is refused, and what clears it is gone.");
    }
  }

  private void wording(Place place, Shape old, Shape now) {
    Set<String> changed = new LinkedHashSet<>();
    for (String keyword : Published.names(old.keywords(), now.keywords())) {
      if ((WORDING.contains(keyword) || keyword.startsWith("x-"))
          && !old.get(keyword).equals(now.get(keyword))) {
        changed.add(keyword);
      }
    }
    if (!changed.isEmpty()) {
      changes.safe(
          ChangeKind.WORDING, place, "has other words (" + String.join(", ", changed) + ").");
    }
    boolean deprecated = now.get("deprecated").asBoolean();
    if (old.get("deprecated").asBoolean() != deprecated) {
      changes.safe(
          ChangeKind.DEPRECATED,
          place,
          deprecated ? "is deprecated." : "is not deprecated any more.");
    }
  }

  private void fields(Place place, Shape old, Shape now) {
    Set<String> wasRequired = texts(old.get("required"));
    Set<String> isRequired = texts(now.get("required"));
    JsonNode before = old.get("properties");
    JsonNode after = now.get("properties");
    Set<String> names = Published.names(before, after);
    for (String name : names) {
      String below = now.below() + "/properties/" + name.replace("~", "~0").replace("/", "~1");
      Place field = place.part("." + name, below);
      boolean required = isRequired.contains(name);
      if (!before.has(name)) {
        changes.add(
            ChangeKind.FIELD_ADDED,
            field,
            required ? WIRE : SAFE,
            SAFE,
            required ? "is new, and required." : "is new, and optional.");
      } else if (!after.has(name)) {
        changes.add(ChangeKind.FIELD_REMOVED, field, SOURCE, SOURCE, "is gone.");
      } else {
        required(field, wasRequired.contains(name), required);
        compare(field, before.path(name), after.path(name));
      }
    }
    wasRequired.removeAll(names);
    isRequired.removeAll(names);
    for (String name : union(wasRequired, isRequired)) {
      required(place.part("." + name, ""), wasRequired.contains(name), isRequired.contains(name));
    }
  }

  private void required(Place field, boolean was, boolean is) {
    if (!was && is) {
      changes.add(
          ChangeKind.REQUIRED, field, WIRE, SAFE, "is required now: a call without it is refused.");
    } else if (was && !is) {
      changes.add(
          ChangeKind.OPTIONAL, field, SAFE, WIRE, "is optional now: an answer may be without it.");
    }
  }

  private void items(Place place, Shape old, Shape now) {
    if (old.has("items") && now.has("items")) {
      compare(place.part("[]", now.below() + "/items"), old.get("items"), now.get("items"));
    } else if (old.has("items") != now.has("items")) {
      changes.add(
          ChangeKind.TYPE,
          place.part("[]", ""),
          SOURCE,
          SOURCE,
          now.has("items") ? "has a type now." : "has no type any more.");
    }
  }

  /** Compares what fields without a name may hold. */
  private void others(Place place, Shape old, Shape now) {
    JsonNode before = old.get("additionalProperties");
    JsonNode after = now.get("additionalProperties");
    Place others = place.part("{}", now.below() + "/additionalProperties");
    if (before.isObject() && after.isObject()) {
      compare(others, before, after);
    } else if (!before.equals(after)) {
      boolean closed = after.isBoolean() && !after.asBoolean();
      boolean typed = before.isObject() || after.isObject();
      changes.add(
          ChangeKind.TYPE,
          others,
          typed ? SOURCE : closed ? WIRE : SAFE,
          typed ? SOURCE : SAFE,
          closed
              ? "fields without a name in the document are refused now."
              : "what fields without a name in the document may hold has changed.");
    }
  }

  private void rest(Place place, Shape old, Shape now) {
    for (String keyword : Published.names(old.keywords(), now.keywords())) {
      if (!JUDGED.contains(keyword)
          && !WORDING.contains(keyword)
          && !keyword.startsWith("x-")
          && !Limits.isLimit(keyword)
          && !old.get(keyword).equals(now.get(keyword))) {
        changes.add(
            ChangeKind.OTHER,
            place,
            WIRE,
            WIRE,
            "'" + keyword + "' has changed; read it yourself.");
      }
    }
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
