// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.update.Place.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives old places that were moved or renamed the keys of what they are now. */
final class Pairing {
  private final Map<String, Place> now;
  private Map<String, Place> old;

  private Pairing(Map<String, Place> old, Map<String, Place> now) {
    this.old = old;
    this.now = now;
  }

  /** Returns the old places by new keys. */
  static Map<String, Place> of(Map<String, Place> old, Map<String, Place> now) {
    Pairing pairing = new Pairing(old, now);
    pairing.pair(Kind.OPERATION);
    pairing.pair(Kind.SCHEMA);
    pairing.pair(Kind.PARAMETER);
    pairing.pair(Kind.FIELD);
    return pairing.old;
  }

  private void pair(Kind kind) {
    for (String key : List.copyOf(old.keySet())) {
      Place gone = old.get(key);
      if (gone == null || gone.kind() != kind || now.containsKey(key)) {
        continue;
      }
      for (Map.Entry<String, Place> added : now.entrySet()) {
        if (added.getValue().kind() == kind
            && !old.containsKey(added.getKey())
            && added.getValue().parent().equals(gone.parent())
            && isSame(key, gone, added.getKey(), added.getValue())) {
          move(key, gone, added.getKey(), added.getValue());
          break;
        }
      }
    }
  }

  private boolean isSame(String oldKey, Place gone, String newKey, Place added) {
    switch (gone.kind()) {
      case OPERATION:
        return gone.fact("stub").equals(added.fact("stub"));
      case SCHEMA:
        return !children(old, oldKey).isEmpty()
            && children(old, oldKey).equals(children(now, newKey));
      case PARAMETER:
        boolean inPath = gone.has("position") || added.has("position");
        return inPath
            ? gone.fact("position").equals(added.fact("position"))
            : looksLike(oldKey, gone, newKey, added);
      default:
        return looksLike(oldKey, gone, newKey, added);
    }
  }

  /** A renamed field has the same type, and its description, its position or a word of its name. */
  private boolean looksLike(String oldKey, Place gone, String newKey, Place added) {
    if (!gone.fact("type").equals(added.fact("type"))
        || !gone.fact("in").equals(added.fact("in"))
        || gone.is("required") != added.is("required")) {
      return false;
    }
    JsonNode words = gone.fact("words").path("description");
    if (words.isTextual() && words.equals(added.fact("words").path("description"))) {
      return true;
    }
    Set<String> shared = new TreeSet<>(List.of(gone.name().split("_")));
    shared.retainAll(List.of(added.name().split("_")));
    return !shared.isEmpty()
        || gone.name().contains(added.name())
        || added.name().contains(gone.name())
        || position(old, oldKey, gone) == position(now, newKey, added);
  }

  private static int position(Map<String, Place> places, String key, Place place) {
    int position = 0;
    for (Map.Entry<String, Place> one : places.entrySet()) {
      if (one.getKey().equals(key)) {
        break;
      }
      position += one.getValue().parent().equals(place.parent()) ? 1 : 0;
    }
    return position;
  }

  private static List<String> children(Map<String, Place> places, String key) {
    List<String> children = new ArrayList<>();
    for (Place place : places.values()) {
      if (place.parent().equals(key)) {
        children.add(place.name());
      }
    }
    return children;
  }

  /** Gives a place, and all in it, new keys; what refers to a renamed class has not changed. */
  private void move(String from, Place gone, String to, Place added) {
    Map<String, Place> moved = new LinkedHashMap<>();
    old.forEach(
        (key, place) -> {
          boolean within = key.equals(from) || (key.startsWith(from) && isInside(key, from));
          moved.put(
              within ? to + key.substring(from.length()) : key,
              within && !key.equals(from)
                  ? place.movedInto(to + place.parent().substring(from.length()))
                  : place);
        });
    String was = gone.fact("class").asText();
    String is = added.fact("class").asText();
    if (!was.isEmpty() && !was.equals(is)) {
      for (Place place : moved.values()) {
        for (String fact : List.of("type", "returns")) {
          JsonNode type = place.fact(fact);
          if (type.asText().matches(".*\\b" + was + "\\b.*")) {
            place.put(fact, type.asText().replaceAll("\\b" + was + "\\b", is));
          }
        }
      }
    }
    old = moved;
  }

  private boolean isInside(String key, String from) {
    for (Place at = old.get(key); at != null && !at.parent().isEmpty(); at = old.get(at.parent())) {
      if (at.parent().equals(from)) {
        return true;
      }
    }
    return false;
  }
}
