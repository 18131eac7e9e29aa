// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.spec.update.Sites.Field;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** Kinds of change of what single values may be. */
final class ValueMutations {
  private ValueMutations() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("field gains a format that Java knows", s -> format(s, "date-time", SOURCE)),
        Mutation.of("field gains a format that Java does not know", s -> format(s, "uri", WIRE)),
        Mutation.of("enum value added", ValueMutations::enumValueAdded),
        Mutation.of("enum value removed", ValueMutations::enumValueRemoved),
        Mutation.of("enum introduced", ValueMutations::enumIntroduced),
        Mutation.of("enum dropped", ValueMutations::enumDropped),
        Mutation.of("constant changed", ValueMutations::constant),
        Mutation.of("upper limit lowered", s -> limit(s, "maxLength", -1, true)),
        Mutation.of("upper limit raised", s -> limit(s, "maxLength", 1, false)),
        Mutation.of("lower limit raised", s -> limit(s, "minimum", 1, true)),
        Mutation.of("lower limit lowered", s -> limit(s, "minimum", -1, false)),
        Mutation.of("limit introduced", ValueMutations::limitIntroduced),
        Mutation.of("limit dropped", ValueMutations::limitDropped),
        Mutation.of("default changed", ValueMutations::defaultChanged),
        Mutation.of("default dropped", ValueMutations::defaultDropped),
        Mutation.of("default introduced", ValueMutations::defaultIntroduced));
  }

  private static Expected enumValueAdded(Sites sites) {
    Field field = sites.field(f -> f.inner().has("enum"));
    ((ArrayNode) field.inner().path("enum")).add("gadget");
    return field.expect(ChangeKind.ENUM_VALUE_ADDED, SAFE, SAFE);
  }

  private static Expected enumValueRemoved(Sites sites) {
    Field field = sites.field(f -> f.inner().has("enum"));
    ((ArrayNode) field.inner().path("enum")).remove(0);
    return field.expect(ChangeKind.ENUM_VALUE_REMOVED, SOURCE, SOURCE);
  }

  private static Expected enumIntroduced(Sites sites) {
    Field field = sites.field(SchemaMutations::isPlainText);
    field.inner().putArray("enum").add("one").add("two");
    return field.expect(ChangeKind.ENUM_CLOSED, SOURCE, SOURCE);
  }

  private static Expected enumDropped(Sites sites) {
    Field field = sites.field(f -> f.inner().has("enum"));
    field.inner().remove("enum");
    return field.expect(ChangeKind.ENUM_DROPPED, SOURCE, SOURCE);
  }

  private static Expected constant(Sites sites) {
    Field field = sites.field(f -> f.inner().has("const"));
    field.inner().put("const", "gadget");
    field.inner().remove("default");
    // The vendor writes each constant's default beside it; it goes with the constant.
    if (Sites.bundled().at(pointer(field)).has("default")) {
      field.inner().set("default", Sites.bundled().at(pointer(field)).get("default"));
    }
    return field.expect(ChangeKind.CONST, WIRE, WIRE);
  }

  private static String pointer(Field field) {
    return "/components/schemas/" + field.owner().name() + "/properties/" + field.name();
  }

  private static Expected limit(Sites sites, String keyword, int by, boolean tighter) {
    Field field = sites.field(f -> f.inner().path(keyword).isNumber());
    field.inner().put(keyword, field.inner().path(keyword).asInt() + by);
    return tighter
        ? field.expect(ChangeKind.LIMIT_TIGHTENED, WIRE, SAFE)
        : field.expect(ChangeKind.LIMIT_LOOSENED, SAFE, SAFE);
  }

  private static Expected limitIntroduced(Sites sites) {
    Field field = sites.field(f -> SchemaMutations.isPlainText(f) && !f.inner().has("pattern"));
    field.inner().put("pattern", "[a-z]+");
    return field.expect(ChangeKind.LIMIT_TIGHTENED, WIRE, SAFE);
  }

  private static Expected limitDropped(Sites sites) {
    Field field = sites.field(f -> f.inner().has("maxLength"));
    field.inner().remove("maxLength");
    return field.expect(ChangeKind.LIMIT_LOOSENED, SAFE, SAFE);
  }

  private static boolean hasDefault(Field field) {
    return field.written().path("default").isValueNode() && !field.inner().has("const");
  }

  private static Expected defaultChanged(Sites sites) {
    Field field = sites.field(ValueMutations::hasDefault);
    JsonNode before = field.written().path("default");
    if (before.isBoolean()) {
      field.written().put("default", !before.asBoolean());
    } else if (before.isNumber()) {
      field.written().put("default", before.asInt() + 1);
    } else {
      field.written().put("default", before.asText() + "x");
    }
    return field.expect(ChangeKind.DEFAULT, WIRE, SAFE);
  }

  private static Expected defaultDropped(Sites sites) {
    Field field = sites.field(ValueMutations::hasDefault);
    field.written().remove("default");
    return field.expect(ChangeKind.DEFAULT, WIRE, SAFE);
  }

  private static Expected defaultIntroduced(Sites sites) {
    Field field = sites.field(f -> SchemaMutations.isPlainText(f) && !f.written().has("default"));
    field.written().put("default", "gadget");
    return field.expect(ChangeKind.DEFAULT, SAFE, SAFE);
  }

  private static Expected format(Sites sites, String format, Effect ifSent) {
    Field field = sites.field(SchemaMutations::isPlainText);
    field.inner().put("format", format);
    return field.expect(ChangeKind.FORMAT, ifSent, ifSent == SOURCE ? SOURCE : SAFE);
  }
}
