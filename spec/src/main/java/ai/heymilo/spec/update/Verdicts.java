// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.NONE;
import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.spec.update.Place.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges how a place has changed, fact by fact. */
final class Verdicts {
  /** What a description can name without words: numbers, and values in quotes. */
  private static final Pattern NAMED = Pattern.compile("\\d[\\d,.]*\\d|\\d|'[^' ]+'|`+[^` ]+`+");

  /** What is told of a place whose type has changed. */
  private static final Set<String> STILL_JUDGED = Set.of("type", "in", "each", "required");

  private final Place old;
  private final Place now;

  /** The place as callers of today see it. */
  private final Place place;

  private final List<Change> changes = new ArrayList<>();

  Verdicts(Place old, Place now) {
    this.old = old;
    this.now = now;
    this.place = now.seenAs(old);
  }

  List<Change> changes() {
    if (!old.name().equals(now.name()) && place.kind() != Kind.OPERATION) {
      renamed();
    }
    Set<String> facts = new LinkedHashSet<>(old.facts().keySet());
    facts.addAll(now.facts().keySet());
    boolean sameType = old.fact("type").equals(now.fact("type"));
    for (String fact : facts) {
      JsonNode before = old.fact(fact);
      JsonNode after = now.fact(fact);
      boolean told = !sameType && place.kind() != Kind.ANSWER && !STILL_JUDGED.contains(fact);
      told |= old.is("each") != now.is("each") && !fact.equals("each");
      if (Comparison.same(before, after) || fact.equals("words") || told) {
        continue;
      }
      if (fact.startsWith("limit ")) {
        limit(fact.substring("limit ".length()), before, after);
      } else if (place.kind() == Kind.OPERATION || place.kind() == Kind.DOCUMENT) {
        ofOperation(fact, before, after);
      } else {
        judge(fact, before, after);
      }
    }
    words(old.fact("words"), now.fact("words"));
    return changes;
  }

  private void add(ChangeKind kind, Effect request, Effect response, String sentence) {
    changes.add(new Change(kind, place, request, response, sentence));
  }

  private void renamed() {
    boolean positional = place.kind() == Kind.PARAMETER && now.is("required") && old.is("required");
    boolean named = place.kind() == Kind.FIELD || place.kind() == Kind.PARAMETER && now.is("each");
    Effect effect = named && !positional ? SOURCE : SAFE;
    add(ChangeKind.RENAMED, effect, effect, "was called " + old.name() + ".");
  }

  private void ofOperation(String fact, JsonNode before, JsonNode after) {
    switch (fact) {
      case "version":
        add(ChangeKind.VERSION, SAFE, SAFE, was(before, after));
        break;
      case "server":
        add(ChangeKind.VERSION, WIRE, NONE, "the server " + was(before, after));
        break;
      case "security":
        boolean kept = after.isEmpty() || (!before.isEmpty() && contains(after, before));
        add(ChangeKind.ACCESS, kept ? SAFE : WIRE, NONE, "access " + was(before, after));
        break;
      case "stub":
        add(ChangeKind.RENAMED, SOURCE, NONE, was(before, after));
        break;
      case "call":
        String path = after.asText().replaceAll("\\{[^}]*}", "{}");
        if (!before.asText().replaceAll("\\{[^}]*}", "{}").equals(path)) {
          add(ChangeKind.MOVED, WIRE, NONE, was(before, after));
        } else {
          order(placeholders(before.asText()), placeholders(after.asText()));
        }
        break;
      case "order":
        order(texts(before), texts(after));
        break;
      case "returns":
        add(
            ChangeKind.TYPE,
            NONE,
            SOURCE,
            "returns " + text(after) + ", returned " + text(before) + ".");
        break;
      case "deprecated":
        deprecated();
        break;
      default: // the types of "order"
    }
  }

  private void order(List<String> before, List<String> after) {
    List<String> was = new ArrayList<>(before);
    was.retainAll(after);
    List<String> is = new ArrayList<>(after);
    is.retainAll(before);
    if (was.equals(is) || changes.stream().anyMatch(c -> c.kind() == ChangeKind.MOVED)) {
      return;
    }
    TreeMap<String, String> types = new TreeMap<>();
    for (int i = 0; i < old.fact("order").size(); i++) {
      types.put(old.fact("order").get(i).asText(), old.fact("order types").path(i).asText());
    }
    was.replaceAll(name -> types.getOrDefault(name, ""));
    is.replaceAll(name -> types.getOrDefault(name, ""));
    add(
        ChangeKind.MOVED,
        was.equals(is) ? WIRE : SOURCE,
        NONE,
        "takes its arguments in another order: was "
            + String.join(", ", before)
            + ", is "
            + String.join(", ", after)
            + "; code that is not adapted may compile and swap them.");
  }

  private void judge(String fact, JsonNode before, JsonNode after) {
    switch (fact) {
      case "type":
        type(before, after);
        break;
      case "class":
        add(ChangeKind.RENAMED, SOURCE, SOURCE, "the class " + was(before, after));
        break;
      case "setters":
      case "clearing setters":
        if (fact.equals("clearing setters") && old.is("setters") != now.is("setters")) {
          break;
        }
        Effect lost = after.asBoolean() ? SAFE : SOURCE;
        add(ChangeKind.TYPE, lost, lost, after.asBoolean() ? "is sent now." : "is no longer sent.");
        break;
      case "in":
        boolean argument = old.is("required") || now.is("required");
        add(
            ChangeKind.MOVED,
            argument && !(old.is("required") && now.is("required")) ? SOURCE : WIRE,
            NONE,
            was(before, after));
        break;
      case "each":
        Effect each = now.is("each") && !now.is("required") ? SAFE : SOURCE;
        add(
            ChangeKind.MOVED,
            each,
            NONE,
            now.is("each") ? "is set with each call now." : "is set once for a client now.");
        break;
      case "required":
        required();
        break;
      case "JsonNullable":
      case "null":
        nullability();
        break;
      case "constant":
        constant(before, after);
        break;
      case "without a setter":
        add(
            ChangeKind.TYPE,
            now.is(fact) ? SOURCE : SAFE,
            SAFE,
            now.is(fact) ? "excludes another field now." : "no longer excludes another field.");
        break;
      case "time":
      case "unit":
        boolean unknown = before.asText("unknown unit").equals("unknown unit");
        boolean differs = !old.fact("type").equals(now.fact("type"));
        if (!differs && !after.isMissingNode() && (fact.equals("time") || !unknown)) {
          add(ChangeKind.TYPE, WIRE, WIRE, "is in another unit: " + was(before, after));
        }
        break;
      case "values":
        values(before, after);
        break;
      case "variants":
        variants(before, after);
        break;
      case "default":
        add(
            ChangeKind.DEFAULT,
            before.isMissingNode() ? SAFE : WIRE,
            SAFE,
            "the server's default " + was(before, after));
        break;
      case "format":
        format(before, after);
        break;
      case "closed":
        add(
            ChangeKind.TYPE,
            now.is(fact) ? WIRE : SAFE,
            SAFE,
            now.is(fact)
                ? "rejects fields that it does not name."
                : "takes fields that it does not name.");
        break;
      case "deprecated":
        deprecated();
        break;
      case "media types":
        mediaTypes(before, after);
        break;
      case "written type":
        add(ChangeKind.OTHER, WIRE, WIRE, "the type " + was(before, after));
        break;
      case "other":
        Set<String> keys = Snapshot.names(before);
        keys.addAll(Snapshot.names(after));
        keys.removeIf(key -> Comparison.same(before.path(key), after.path(key)));
        add(
            ChangeKind.OTHER,
            WIRE,
            WIRE,
            "changed in a way that no rule judges: " + String.join(", ", keys) + ".");
        break;
      default: // what is told by another fact: position, constants, unread
    }
  }

  private void type(JsonNode before, JsonNode after) {
    if (place.kind() == Kind.ANSWER) {
      if (!place.fact("success").asBoolean()) {
        add(ChangeKind.TYPE, NONE, WIRE, was(before, after));
      } // the type of a success is what the operation returns
    } else {
      add(ChangeKind.TYPE, SOURCE, SOURCE, was(before, after));
    }
  }

  private void required() {
    boolean is = now.is("required");
    if (place.kind() == Kind.FIELD) {
      add(
          ChangeKind.REQUIRED,
          is ? WIRE : SAFE,
          is ? SAFE : WIRE,
          is ? "is required now." : "is optional now: an answer may be without it.");
    } else if (place.kind() == Kind.BODY || now.is("each") || old.is("each")) {
      // A required parameter is an argument of the stub, an optional one is among its parameters.
      add(ChangeKind.REQUIRED, SOURCE, NONE, is ? "is required now." : "is optional now.");
    }
  }

  private void nullability() {
    boolean java = old.is("JsonNullable") != now.is("JsonNullable");
    boolean is = now.is("null");
    if (changes.stream().noneMatch(change -> change.kind() == ChangeKind.NULL)) {
      add(
          ChangeKind.NULL,
          java ? SOURCE : is ? SAFE : WIRE,
          java ? SOURCE : is ? WIRE : SAFE,
          is ? "may be null now." : "may no longer be null.");
    }
  }

  private void constant(JsonNode before, JsonNode after) {
    boolean java =
        old.fact("written by the client").isMissingNode()
            != now.fact("written by the client").isMissingNode();
    Effect read = before.isMissingNode() || after.isMissingNode() ? SAFE : WIRE;
    boolean setterGone = java && !after.isMissingNode();
    add(
        ChangeKind.CONSTANT,
        setterGone ? SOURCE : WIRE,
        setterGone ? SOURCE : read,
        was(before, after));
  }

  /** A constant of the enumeration that is gone does not compile; a value alone is refused. */
  private void values(JsonNode before, JsonNode after) {
    JsonNode constants = old.fact("constants");
    for (JsonNode value : before) {
      boolean gone =
          !Comparison.same(
              constants.path(value.asText()), now.fact("constants").path(value.asText()));
      if (!contains(after, value) || gone) {
        add(ChangeKind.VALUE, gone ? SOURCE : WIRE, gone ? SOURCE : SAFE, value + " is gone.");
      }
    }
    for (JsonNode value : after) {
      if (!contains(before, value)) {
        add(ChangeKind.VALUE, SAFE, SAFE, value + " is new.");
      }
    }
  }

  private void variants(JsonNode before, JsonNode after) {
    for (JsonNode variant : before) {
      if (!contains(after, variant)) {
        add(ChangeKind.VARIANT, SOURCE, SOURCE, text(variant) + " is no longer possible.");
      }
    }
    for (JsonNode variant : after) {
      if (!contains(before, variant)) {
        add(ChangeKind.VARIANT, SAFE, SAFE, text(variant) + " is possible now.");
      }
    }
  }

  /**
   * What the client makes of a format is in the type and the limits; the rest the server checks.
   */
  private void format(JsonNode before, JsonNode after) {
    Set<String> known =
        Set.of("date-time", "int32", "int64", "email", "unix-time", "float", "double");
    boolean told = !old.fact("type").equals(now.fact("type"));
    boolean checked = !after.isMissingNode() && !known.contains(after.asText());
    if (!told) {
      add(ChangeKind.FORMAT, checked ? WIRE : SAFE, SAFE, "the format " + was(before, after));
    }
  }

  private void mediaTypes(JsonNode before, JsonNode after) {
    for (JsonNode type : before) {
      if (!contains(after, type)) {
        add(ChangeKind.MEDIA_TYPE, WIRE, WIRE, text(type) + " is no longer possible.");
      }
    }
    for (JsonNode type : after) {
      if (!contains(before, type)) {
        add(ChangeKind.MEDIA_TYPE, SAFE, SAFE, text(type) + " is possible now.");
      }
    }
  }

  private void deprecated() {
    add(
        ChangeKind.DEPRECATED,
        SAFE,
        SAFE,
        now.is("deprecated") ? "is deprecated." : "is no longer deprecated.");
  }

  private void limit(String keyword, JsonNode before, JsonNode after) {
    boolean exclusive = keyword.startsWith("exclusive");
    String of = exclusive ? keyword.substring(9).toLowerCase(java.util.Locale.ROOT) : keyword;
    if (exclusive && !Comparison.same(old.fact("limit " + of), now.fact("limit " + of))) {
      return; // told with the limit itself
    }
    boolean tighter = isTighter(keyword, before, after);
    add(ChangeKind.LIMIT, tighter ? WIRE : SAFE, SAFE, keyword + " " + was(before, after));
  }

  private static boolean isTighter(String keyword, JsonNode before, JsonNode after) {
    if (isNone(before) || isNone(after)) {
      return !isNone(after);
    }
    if (!before.isNumber() || !after.isNumber() || keyword.equals("multipleOf")) {
      return true;
    }
    int higher = after.decimalValue().compareTo(before.decimalValue());
    return keyword.contains("min") ? higher > 0 : higher < 0;
  }

  private static boolean isNone(JsonNode limit) {
    return limit.isMissingNode() || (limit.isBoolean() && !limit.asBoolean());
  }

  private void words(JsonNode before, JsonNode after) {
    if (Comparison.same(before, after)) {
      return;
    }
    Set<String> keys = Snapshot.names(before);
    keys.addAll(Snapshot.names(after));
    keys.removeIf(key -> Comparison.same(before.path(key), after.path(key)));
    List<String> was = named(before.path("description").asText());
    List<String> is = named(after.path("description").asText());
    boolean told = changes.stream().anyMatch(change -> change.kind() != ChangeKind.DEPRECATED);
    if (!was.equals(is) && !was.isEmpty() && !told) {
      List<String> both = new ArrayList<>(was);
      both.retainAll(is);
      was.removeAll(both);
      is.removeAll(both);
      add(ChangeKind.TO_READ, SAFE, SAFE, "the description named " + was + ", names " + is + ".");
    } else if (!told || place.kind() == Kind.DOCUMENT) {
      add(
          ChangeKind.WORDING,
          SAFE,
          SAFE,
          "has other words" + (keys.isEmpty() ? "." : " (" + String.join(", ", keys) + ")."));
    }
  }

  private static List<String> named(String description) {
    List<String> named = new ArrayList<>();
    Matcher found = NAMED.matcher(description);
    while (found.find()) {
      named.add(found.group());
    }
    return named;
  }

  private static boolean contains(JsonNode list, JsonNode wanted) {
    if (wanted.isArray()) {
      for (JsonNode one : wanted) {
        if (!contains(list, one)) {
          return false;
        }
      }
      return true;
    }
    for (JsonNode one : list) {
      if (Comparison.same(one, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> placeholders(String path) {
    List<String> names = new ArrayList<>();
    Matcher name = Pattern.compile("\\{([^}]*)}").matcher(path);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String was(JsonNode before, JsonNode after) {
    return "was " + text(before) + ", is " + text(after) + ".";
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "none" : value.isTextual() ? value.asText() : value.toString();
  }
}
