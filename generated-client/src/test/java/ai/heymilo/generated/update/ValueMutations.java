// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.generated.update.Mutation.Expected;
import ai.heymilo.generated.update.Sites.Field;
import ai.heymilo.spec.update.ChangeKind;
import ai.heymilo.spec.update.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of change of what single values may be: listed, limited, or only described. */
final class ValueMutations {
  private static final Pattern MAP_SIZES =
      Pattern.compile("(?s)(.*[Uu]p to )(\\d+)( keys, each.*)");
  private static final Pattern DESCRIBED = Pattern.compile("[^:.']*: '[A-Za-z0-9_-]+',.*'.*");

  private ValueMutations() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("field gains a format of Java's", s -> format(s, "date-time")),
        Mutation.of("field gains a format of the server's", s -> format(s, "uri")),
        Mutation.of("format that words say as well", ValueMutations::formatByWords),
        Mutation.of("seconds become milliseconds", ValueMutations::unit),
        Mutation.of("enum value added", ValueMutations::enumValueAdded),
        Mutation.of("enum value removed", ValueMutations::enumValueRemoved),
        Mutation.of("described value added", s -> described(s, "$1'gadget', ", SAFE)),
        Mutation.of("described value removed", s -> described(s, "$1", SOURCE)),
        Mutation.of("enum introduced", ValueMutations::enumIntroduced),
        Mutation.of("enum dropped", ValueMutations::enumDropped),
        Mutation.of("constant changed", ValueMutations::constant),
        Mutation.of("upper limit lowered", s -> limit(s, "maxLength", -1, WIRE)),
        Mutation.of("upper limit raised", s -> limit(s, "maxLength", 1, SAFE)),
        Mutation.of("lower limit raised", s -> limit(s, "minimum", 1, WIRE)),
        Mutation.of("lower limit lowered", s -> limit(s, "minimum", -1, SAFE)),
        Mutation.of("limit introduced", ValueMutations::limitIntroduced),
        Mutation.of("limit dropped", ValueMutations::limitDropped),
        Mutation.of("size of a list introduced", ValueMutations::sizeIntroduced),
        Mutation.of("limit of items introduced", ValueMutations::itemsLimited),
        Mutation.of("multiples alone", ValueMutations::multiples),
        Mutation.of("range without its ends", ValueMutations::exclusive),
        Mutation.of("limit in words lowered", s -> worded(s, -1, WIRE)),
        Mutation.of("limit in words raised", s -> worded(s, 1, SAFE)),
        new Mutation("number written in another way", ValueMutations::sameNumber),
        Mutation.of("default changed", ValueMutations::defaultChanged),
        Mutation.of("default dropped", ValueMutations::defaultDropped),
        Mutation.of("default introduced", ValueMutations::defaultIntroduced));
  }

  private static Expected format(Sites sites, String format) {
    boolean java = format.equals("date-time");
    Field field =
        sites.field(
            f -> f.isPlainText() && !f.inner().has("maxLength") && !f.inner().has("minLength"));
    field.inner().put("format", format);
    return java
        ? field.expect(ChangeKind.TYPE, SOURCE, SOURCE)
        : field.expect(ChangeKind.FORMAT, WIRE, SAFE);
  }

  private static Expected formatByWords(Sites sites) {
    Field field = sites.field(f -> f.inner().path("format").asText().equals("date-time"));
    field.inner().remove("format");
    field.written().put("description", "ISO-8601 text of a moment.");
    field.inner().remove("description");
    return field.expect(ChangeKind.FORMAT, SAFE, SAFE);
  }

  private static Expected unit(Sites sites) {
    Field field =
        sites.field(
            f -> f.is("number") && f.description().matches("(?s)Unix( epoch)? time(?!.*milli).*"));
    field.written().put("description", "Unix timestamp in milliseconds.");
    return field.expect(ChangeKind.TYPE, WIRE, WIRE);
  }

  private static boolean isEnum(Field field) {
    return field.inner().path("enum").path(0).isTextual() && !field.inner().has("const");
  }

  private static Expected enumValueAdded(Sites sites) {
    Field field = sites.field(ValueMutations::isEnum);
    ((ArrayNode) field.inner().path("enum")).add("gadget");
    return field.expect(ChangeKind.VALUE, SAFE, SAFE);
  }

  /** Its constant stays if another place of the enumeration has the value. */
  private static Expected enumValueRemoved(Sites sites) {
    Field field = sites.field(f -> isEnum(f) && f.inner().path("enum").size() > 2);
    String gone = field.inner().path("enum").path(0).asText();
    ((ArrayNode) field.inner().path("enum")).remove(0);
    String words = lastWords(field.name());
    boolean stays =
        words.contains("_")
            && sites.schemas().findParents("enum").stream()
                .anyMatch(e -> Sites.contains(e.path("enum"), gone))
            && sharesName(sites, words, gone);
    return stays
        ? field.expect(ChangeKind.VALUE, WIRE, SAFE)
        : field.expect(ChangeKind.VALUE, SOURCE, SOURCE);
  }

  private static String lastWords(String name) {
    String[] words = name.split("_");
    return words.length < 2 ? name : words[words.length - 2] + "_" + words[words.length - 1];
  }

  private static boolean sharesName(Sites sites, String words, String value) {
    for (JsonNode schema : sites.schemas()) {
      for (var property : schema.path("properties").properties()) {
        if (lastWords(property.getKey()).equals(words)
            && property.getValue().findValues("enum").stream()
                .anyMatch(values -> Sites.contains(values, value))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Expected described(Sites sites, String replacement, Effect effect) {
    Field field =
        sites.field(
            f ->
                f.is("string")
                    && !f.inner().has("enum")
                    && DESCRIBED.matcher(f.description()).matches()
                    && !lastWords(f.name()).contains("_"));
    String first = "(^[^:.']*: )" + (effect == SAFE ? "" : "'[A-Za-z0-9_-]+', ");
    field.written().put("description", field.description().replaceFirst(first, replacement));
    return field.expect(ChangeKind.VALUE, effect, effect);
  }

  private static Expected enumIntroduced(Sites sites) {
    Field field =
        sites.field(
            f -> f.isPlainText() && !f.inner().has("maxLength") && !f.inner().has("minLength"));
    field.inner().putArray("enum").add("one").add("two");
    return field.expect(ChangeKind.TYPE, SOURCE, SOURCE);
  }

  private static Expected enumDropped(Sites sites) {
    Field field = sites.field(f -> isEnum(f) && !f.description().contains("'"));
    field.inner().remove("enum");
    return field.expect(ChangeKind.TYPE, SOURCE, SOURCE);
  }

  /** Of what is sent: the client writes it. */
  private static Expected constant(Sites sites) {
    Field field = sites.field(f -> f.inner().path("const").isTextual() && f.owner().isSent());
    field.inner().put("const", "gadget");
    return field.expect(ChangeKind.CONSTANT, WIRE, WIRE);
  }

  private static boolean isSent(Field field) {
    return field.owner().isSent();
  }

  private static Expected limit(Sites sites, String keyword, int by, Effect effect) {
    Predicate<Field> has = f -> f.inner().path(keyword).isNumber() && isSent(f);
    Field field = sites.field(has);
    BigDecimal was = field.inner().path(keyword).decimalValue();
    field.inner().put(keyword, was.add(BigDecimal.valueOf(by)));
    return field.expect(ChangeKind.LIMIT, effect, SAFE);
  }

  private static Expected limitIntroduced(Sites sites) {
    Field field = sites.field(f -> f.isPlainText() && isSent(f));
    field.inner().put("pattern", "^[a-z]+$");
    return field.expect(ChangeKind.LIMIT, WIRE, SAFE);
  }

  private static Expected limitDropped(Sites sites) {
    Field field = sites.field(f -> f.inner().has("maxLength"));
    field.inner().remove("maxLength");
    return field.expect(ChangeKind.LIMIT, SAFE, SAFE);
  }

  private static Expected sizeIntroduced(Sites sites) {
    Field field = sites.field(f -> f.is("array") && isSent(f) && !f.inner().has("maxItems"));
    field.inner().put("maxItems", 1);
    return field.expect(ChangeKind.LIMIT, WIRE, SAFE);
  }

  private static Expected itemsLimited(Sites sites) {
    Field field =
        sites.field(
            f ->
                f.inner().at("/items/type").asText().equals("string")
                    && f.inner().path("items").size() == 1
                    && isSent(f));
    ((ObjectNode) field.inner().path("items")).put("maxLength", 2);
    return field.owner().expect(ChangeKind.LIMIT, "." + field.name() + "[]", WIRE, SAFE);
  }

  private static Expected multiples(Sites sites) {
    Field field = sites.field(f -> f.is("integer") && isSent(f) && !f.inner().has("multipleOf"));
    field.inner().put("multipleOf", 7);
    return field.expect(ChangeKind.LIMIT, WIRE, SAFE);
  }

  private static Expected exclusive(Sites sites) {
    Field field = sites.field(f -> f.inner().path("minimum").isNumber() && isSent(f));
    field.inner().set("exclusiveMinimum", field.inner().remove("minimum"));
    return field.expect(ChangeKind.LIMIT, WIRE, SAFE);
  }

  private static Expected worded(Sites sites, int by, Effect effect) {
    Field field = sites.field(f -> MAP_SIZES.matcher(f.description()).matches() && isSent(f));
    Matcher sizes = MAP_SIZES.matcher(field.description());
    sizes.matches();
    int keys = Integer.parseInt(sizes.group(2)) + by;
    field.written().put("description", sizes.group(1) + keys + sizes.group(3));
    return field.expect(ChangeKind.LIMIT, effect, SAFE);
  }

  /** {@code 10.0} is {@code 10}. */
  private static List<Expected> sameNumber(Sites sites) {
    Field field = sites.field(f -> f.inner().path("maximum").isIntegralNumber());
    field.inner().put("maximum", field.inner().path("maximum").asDouble());
    sites.once("number");
    Field other = sites.field(f -> f.isPlainText() && f.written().has("description"));
    other.written().put("description", other.description() + " Anew.");
    return List.of(other.expect(ChangeKind.WORDING, SAFE, SAFE));
  }

  private static boolean hasDefault(Field field) {
    return field.written().path("default").isValueNode() && !field.inner().has("const");
  }

  private static Expected defaultChanged(Sites sites) {
    Field field = sites.field(f -> hasDefault(f) && f.written().path("default").isTextual());
    field.written().put("default", field.written().path("default").asText() + "x");
    return field.expect(ChangeKind.DEFAULT, WIRE, SAFE);
  }

  private static Expected defaultDropped(Sites sites) {
    Field field = sites.field(f -> hasDefault(f) && !f.written().path("default").isNull());
    field.written().remove("default");
    return field.expect(ChangeKind.DEFAULT, WIRE, SAFE);
  }

  private static Expected defaultIntroduced(Sites sites) {
    Field field = sites.field(f -> f.isPlainText() && !f.written().has("default"));
    field.written().put("default", "gadget");
    return field.expect(ChangeKind.DEFAULT, SAFE, SAFE);
  }
}
