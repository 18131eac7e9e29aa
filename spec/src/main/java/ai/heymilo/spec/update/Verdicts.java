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
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges how a place has changed, fact by fact. */
class Verdicts {
  /** What a description can name without words: numbers, and values in quotes. */
  private static final Pattern NAMED = Pattern.compile("\\d[\\d,.]*\\d|\\d|'[^' ]+'|`+[^` ]+`+");

  /** Describes a place whose type has changed. */
  private static final Set<String> STILL_JUDGED = Set.of("type", "in", "each", "required");

  /** Formats of which the type or a limit tells what the client makes. */
  private static final Set<String> FORMATS =
      Set.of("date-time", "int32", "int64", "email", "unix-time", "float", "double");

  /**
   * Facts that hold or do not: what is said when they begin to hold, and when they no longer do.
   */
  private static final Map<String, List<String>> FLAGS =
      Map.of(
          "deprecated", List.of("is deprecated.", "is no longer deprecated."),
          "closed", List.of("rejects unnamed fields now.", "accepts unnamed fields now."),
          "without a setter", List.of("excludes another field now.", "excludes no field now."),
          "setters", List.of("is sent now.", "is no longer sent."),
          "clearing setters", List.of("can be cleared now.", "can no longer be cleared."));

  final Place old;
  final Place now;

  /** The place as callers of today see it. */
  final Place place;

  private final List<Change> changes = new ArrayList<>();

  Verdicts(Place old, Place now) {
    this.old = old;
    this.now = now;
    this.place = now.seenAs(old);
    place.usedAs(old.owner(), old.uses()); // code of today
  }

  static List<Change> of(Place old, Place now) {
    boolean call = now.fact("type").isMissingNode() || now.kind().compareTo(Kind.SCHEMA) < 0;
    return (call ? new CallVerdicts(old, now) : new Verdicts(old, now)).changes();
  }

  private List<Change> changes() {
    if (!old.name().equals(now.name())) {
      renamed();
    }
    Set<String> facts = new LinkedHashSet<>(old.facts().keySet());
    facts.addAll(now.facts().keySet());
    facts.remove("words");
    boolean anotherType = !old.fact("type").equals(now.fact("type")) && now.kind() != Kind.ANSWER;
    for (String fact : facts) {
      boolean told =
          (anotherType && !STILL_JUDGED.contains(fact))
              || (old.is("each") != now.is("each") && !fact.equals("each"));
      if (!told && !Comparison.same(old.fact(fact), now.fact(fact))) {
        judge(fact, old.fact(fact), now.fact(fact));
      }
    }
    words(old.fact("words"), now.fact("words"));
    return changes;
  }

  final void add(ChangeKind kind, Effect request, Effect response, String sentence) {
    changes.add(new Change(kind, place, request, response, sentence));
  }

  final boolean has(ChangeKind kind) {
    return changes.stream().anyMatch(change -> change.kind() == kind);
  }

  void renamed() {
    Effect effect = place.kind() == Kind.FIELD ? SOURCE : SAFE;
    add(ChangeKind.RENAMED, effect, effect, "was called " + old.name() + ".");
  }

  void judge(String fact, JsonNode before, JsonNode after) {
    if (fact.startsWith("limit ")) {
      limit(fact.substring("limit ".length()), before, after);
    } else if (FLAGS.containsKey(fact)) {
      flag(fact, now.is(fact));
    } else {
      fact(fact, before, after);
    }
  }

  private void fact(String fact, JsonNode before, JsonNode after) {
    switch (fact) {
      case "type":
        add(ChangeKind.TYPE, SOURCE, SOURCE, was(before, after));
        break;
      case "class":
        add(ChangeKind.RENAMED, SOURCE, SOURCE, "the class " + was(before, after));
        break;
      case "required":
        required(now.is(fact));
        break;
      case "null":
        boolean is = now.is(fact);
        Effect refused = isLost("clearing") ? SOURCE : WIRE;
        String sentence = is ? "may be null now." : "may no longer be null.";
        add(ChangeKind.NULL, is ? SAFE : refused, is ? WIRE : SAFE, sentence);
        break;
      case "constant":
        constant(before, after);
        break;
      case "time":
      case "unit":
        boolean known = fact.equals("time") || !before.asText().equals(SchemaFacts.UNKNOWN_UNIT);
        if (known && !before.isMissingNode() && !after.isMissingNode() && !has(ChangeKind.TYPE)) {
          add(ChangeKind.TYPE, WIRE, WIRE, "is in another unit: " + was(before, after));
        }
        break;
      case "values":
        values(before, after);
        break;
      case "variants":
        list(ChangeKind.VARIANT, SOURCE, before, after);
        break;
      case "default":
        Effect effect = before.isMissingNode() ? SAFE : WIRE;
        add(ChangeKind.DEFAULT, effect, SAFE, "the server's default " + was(before, after));
        break;
      case "format":
        boolean checked = !after.isMissingNode() && !FORMATS.contains(after.asText());
        add(ChangeKind.FORMAT, checked ? WIRE : SAFE, SAFE, "the format " + was(before, after));
        break;
      case "written type":
        add(ChangeKind.OTHER, WIRE, WIRE, "the type " + was(before, after));
        break;
      case "other":
        add(ChangeKind.OTHER, WIRE, WIRE, "no rule judges " + differing(before, after) + ".");
        break;
      default: // what is told by another fact
    }
  }

  private void flag(String fact, boolean on) {
    if (fact.equals("clearing setters") && old.is("setters") != now.is("setters")) {
      return; // told with the setters
    }
    Effect request = SAFE;
    Effect response = SAFE;
    if (fact.endsWith("setters") && !on) {
      request = SOURCE;
      response = SOURCE;
    } else if (on) {
      request = isLost("plain setter") ? SOURCE : fact.equals("closed") ? WIRE : SAFE;
    }
    ChangeKind kind = fact.equals("deprecated") ? ChangeKind.DEPRECATED : ChangeKind.TYPE;
    add(kind, request, response, FLAGS.getOrDefault(fact, List.of()).get(on ? 0 : 1));
  }

  void required(boolean is) {
    String sentence = is ? "is required now." : "is optional now; an answer may be without it.";
    // Setters that hand-written builders extend have what is optional.
    Effect request = isLost("plain setter") ? SOURCE : is ? WIRE : SAFE;
    add(ChangeKind.REQUIRED, request, is ? SAFE : WIRE, sentence);
  }

  private boolean isLost(String member) {
    return old.is(member) && !now.is(member);
  }

  private void constant(JsonNode before, JsonNode after) {
    String written = "written by the client";
    boolean setterGone = !old.has(written) && now.has(written); // of the object as well
    Effect read = before.isMissingNode() || after.isMissingNode() ? SAFE : WIRE;
    add(
        ChangeKind.CONSTANT,
        setterGone ? SOURCE : WIRE,
        setterGone ? SOURCE : read,
        was(before, after));
  }

  /** Code does not compile without the constant of a value; a value alone is rejected. */
  private void values(JsonNode before, JsonNode after) {
    for (JsonNode value : before) {
      JsonNode constant = old.fact("constants").path(value.asText());
      boolean gone = !constant.equals(now.fact("constants").path(value.asText()));
      if (gone || !contains(after, value)) {
        Place use = place.seenAs(place);
        String member = Pattern.quote(constant.asText()) + "\\b|\"" + Pattern.quote(value.asText());
        use.usedAs(old.fact("type").asText(), "\\b" + member + "\"");
        String sentence = value + " is gone.";
        changes.add(
            new Change(
                ChangeKind.VALUE, use, gone ? SOURCE : WIRE, gone ? SOURCE : SAFE, sentence));
      }
    }
    list(ChangeKind.VALUE, NONE, before, after);
  }

  /** Judges what is no longer in a list, unless that has been told, and what is new in it. */
  final void list(ChangeKind kind, Effect gone, JsonNode before, JsonNode after) {
    for (JsonNode one : before) {
      if (gone != NONE && !contains(after, one)) {
        add(kind, gone, gone, text(one) + " is gone.");
      }
    }
    for (JsonNode one : after) {
      if (!contains(before, one)) {
        add(kind, SAFE, SAFE, text(one) + " is new.");
      }
    }
  }

  private void limit(String keyword, JsonNode before, JsonNode after) {
    String of = "limit " + keyword.replace("exclusiveM", "m");
    if (keyword.startsWith("exclusive") && !Comparison.same(old.fact(of), now.fact(of))) {
      return; // told with the limit itself
    }
    Effect effect = isTighter(keyword, before, after) ? WIRE : SAFE;
    add(ChangeKind.LIMIT, effect, SAFE, keyword + " " + was(before, after));
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
      add(ChangeKind.WORDING, SAFE, SAFE, "has other words (" + differing(before, after) + ").");
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

  private static String differing(JsonNode before, JsonNode after) {
    Set<String> keys = Snapshot.names(before);
    keys.addAll(Snapshot.names(after));
    keys.removeIf(key -> Comparison.same(before.path(key), after.path(key)));
    return String.join(", ", keys);
  }

  static boolean contains(JsonNode list, JsonNode wanted) {
    for (JsonNode one : list) {
      if (Comparison.same(one, wanted)) {
        return true;
      }
    }
    return false;
  }

  static String was(JsonNode before, JsonNode after) {
    return "was " + text(before) + ", is " + text(after) + ".";
  }

  static String text(JsonNode value) {
    return value.isMissingNode() ? "none" : value.isTextual() ? value.asText() : value.toString();
  }
}
