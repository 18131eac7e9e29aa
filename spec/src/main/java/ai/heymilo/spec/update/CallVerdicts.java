// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.NONE;
import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.spec.update.Place.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Judges how calls have changed: the document, operations, parameters, bodies and answers. */
final class CallVerdicts extends Verdicts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  CallVerdicts(Place old, Place now) {
    super(old, now);
  }

  @Override
  void renamed() {
    if (place.kind() == Kind.PARAMETER) {
      // Arguments have a position, what is optional has a setter.
      boolean argument = old.is("required") && now.is("required");
      Effect effect = now.is("each") && !argument ? SOURCE : SAFE;
      add(ChangeKind.RENAMED, effect, NONE, "was called " + old.name() + ".");
    } // an operation is called by its stub
  }

  @Override
  void judge(String fact, JsonNode before, JsonNode after) {
    switch (fact) {
      case "version":
        add(ChangeKind.VERSION, SAFE, SAFE, was(before, after));
        break;
      case "server":
        add(ChangeKind.VERSION, WIRE, NONE, "the server " + was(before, after));
        break;
      case "security":
        add(ChangeKind.ACCESS, keepsAll(before, after) ? SAFE : WIRE, NONE, was(before, after));
        break;
      case "stub":
        add(ChangeKind.RENAMED, SOURCE, NONE, was(before, after));
        break;
      case "call":
        if (route(before).equals(route(after))) {
          order(placeholders(before.asText()), placeholders(after.asText()));
        } else {
          add(ChangeKind.MOVED, WIRE, NONE, was(before, after));
        }
        break;
      case "order":
        order(texts(before), texts(after));
        break;
      case "returns":
        add(ChangeKind.TYPE, NONE, SOURCE, "the answer " + was(before, after));
        break;
      case "in":
        Effect moved = old.is("required") != now.is("required") ? SOURCE : WIRE;
        add(ChangeKind.MOVED, moved, NONE, was(before, after));
        break;
      case "each":
        boolean each = now.is("each");
        String sentence = each ? "is set with each call now." : "is set once for a client now.";
        add(ChangeKind.MOVED, each && !now.is("required") ? SAFE : SOURCE, NONE, sentence);
        break;
      case "content":
        if (now.is("unread") && old.is("unread")) {
          add(ChangeKind.OTHER, NONE, WIRE, "has another body, which the client does not read.");
        } // what is read has places of its own
        break;
      case "media types":
        list(ChangeKind.MEDIA_TYPE, WIRE, before, after);
        break;
      case "type":
        if (place.kind() != Kind.ANSWER) {
          super.judge(fact, before, after);
        } else if (!now.is("success")) {
          add(ChangeKind.TYPE, NONE, WIRE, was(before, after));
        } // the type of a success is what the operation returns
        break;
      default:
        super.judge(fact, before, after);
    }
  }

  /** A required parameter or body is an argument of the stub, an optional one has a setter. */
  @Override
  void required(boolean is) {
    if (place.kind() == Kind.BODY || now.is("each")) {
      add(ChangeKind.REQUIRED, SOURCE, NONE, is ? "is required now." : "is optional now.");
    }
  }

  private void order(List<String> before, List<String> after) {
    List<String> was = new ArrayList<>(before);
    was.retainAll(after);
    List<String> is = new ArrayList<>(after);
    is.retainAll(before);
    if (was.equals(is) || has(ChangeKind.MOVED)) {
      return;
    }
    Map<String, String> types = new HashMap<>();
    for (int i = 0; i < old.fact("order").size(); i++) {
      String type = old.fact("order types").path(i).asText();
      types.put(old.fact("order").get(i).asText(), type);
    }
    was.replaceAll(name -> types.getOrDefault(name, ""));
    is.replaceAll(name -> types.getOrDefault(name, ""));
    add(
        ChangeKind.MOVED,
        was.equals(is) ? WIRE : SOURCE,
        NONE,
        String.format(
            "the order of the arguments was %s, is %s: calls as they are swap them.",
            String.join(", ", before), String.join(", ", after)));
  }

  /** Access by one of some alternatives; none is needed if there are none. */
  private static boolean keepsAll(JsonNode before, JsonNode after) {
    return after.isEmpty()
        || (!before.isEmpty()
            && StreamSupport.stream(before.spliterator(), false)
                .allMatch(one -> contains(after, one)));
  }

  private static String route(JsonNode call) {
    return PLACEHOLDER.matcher(call.asText()).replaceAll("{}");
  }

  private static List<String> placeholders(String path) {
    List<String> names = new ArrayList<>();
    Matcher name = PLACEHOLDER.matcher(path);
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
}
