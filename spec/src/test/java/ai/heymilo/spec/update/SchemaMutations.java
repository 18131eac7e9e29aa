// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.spec.update.Sites.Field;
import ai.heymilo.spec.update.Sites.Schema;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Kinds of change of schemas and their fields. */
final class SchemaMutations {
  private SchemaMutations() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("schema added", SchemaMutations::schemaAdded),
        Mutation.of("schema removed", SchemaMutations::schemaRemoved),
        Mutation.of("optional field added", s -> fieldAdded(s, false)),
        Mutation.of("required field added", s -> fieldAdded(s, true)),
        Mutation.of("field removed", SchemaMutations::fieldRemoved),
        new Mutation("field renamed", SchemaMutations::fieldRenamed),
        Mutation.of("field becomes required", SchemaMutations::required),
        Mutation.of("field becomes optional", SchemaMutations::optional),
        Mutation.of("field may be null", SchemaMutations::nullable),
        Mutation.of("field may not be null", SchemaMutations::notNullable),
        Mutation.of("field changes its type", SchemaMutations::type),
        Mutation.of("field refers to another schema", SchemaMutations::reference),
        Mutation.of("items change their type", SchemaMutations::items),
        Mutation.of("values of a map change their type", SchemaMutations::mapValues),
        new Mutation("variant added", SchemaMutations::variantAdded),
        Mutation.of("variant removed", SchemaMutations::variantRemoved),
        Mutation.of("field deprecated", SchemaMutations::deprecated),
        Mutation.of("field described otherwise", SchemaMutations::wording));
  }

  private static boolean hasFields(Schema schema) {
    return !schema.node().path("properties").isEmpty();
  }

  static boolean isPlainText(Field field) {
    // Words that the rules read make other Java of it.
    return field.is("string")
        && field.inner().size() == (field.isNullable() ? 1 : field.inner().size())
        && !field.inner().has("enum")
        && !field.inner().has("const")
        && !field.inner().has("format")
        && !field.written().path("description").asText().matches("(?s).*('\\w+',|ISO|E.164|ail).*");
  }

  private static Expected schemaAdded(Sites sites) {
    String name = "Gadget" + sites.random.nextInt(1000);
    sites.once(name);
    sites.schemas().putObject(name).put("type", "object").putObject("properties");
    return new Expected(ChangeKind.SCHEMA_ADDED, name, Effect.NONE, SAFE);
  }

  private static Expected schemaRemoved(Sites sites) {
    Schema schema = sites.schema(s -> !sites.isReferredTo(s.name()));
    sites.schemas().remove(schema.name());
    return schema.expect(ChangeKind.SCHEMA_REMOVED, "", SOURCE, SOURCE);
  }

  private static Expected fieldAdded(Sites sites, boolean required) {
    Schema schema = sites.schema(SchemaMutations::hasFields);
    ((ObjectNode) schema.node().path("properties")).putObject("gadget").put("type", "string");
    if (required) {
      schema.node().withArray("/required").add("gadget");
    }
    return schema.expect(ChangeKind.FIELD_ADDED, ".gadget", required ? WIRE : SAFE, SAFE);
  }

  private static Expected fieldRemoved(Sites sites) {
    Field field = sites.field(f -> !f.isRequired());
    field.properties().remove(field.name());
    return field.expect(ChangeKind.FIELD_REMOVED, SOURCE, SOURCE);
  }

  private static List<Expected> fieldRenamed(Sites sites) {
    Field field = sites.field(f -> !f.isRequired());
    field.properties().set("gadget", field.properties().remove(field.name()));
    return List.of(
        field.expect(ChangeKind.FIELD_REMOVED, SOURCE, SOURCE),
        field.owner().expect(ChangeKind.FIELD_ADDED, ".gadget", SAFE, SAFE));
  }

  private static Expected required(Sites sites) {
    Field field = sites.field(f -> !f.isRequired());
    field.owner().node().withArray("/required").add(field.name());
    return field.expect(ChangeKind.REQUIRED, WIRE, SAFE);
  }

  private static Expected optional(Sites sites) {
    Field field = sites.field(Field::isRequired);
    ArrayNode required = (ArrayNode) field.owner().node().path("required");
    required.removeIf(name -> name.asText().equals(field.name()));
    return field.expect(ChangeKind.OPTIONAL, SAFE, WIRE);
  }

  private static Expected nullable(Sites sites) {
    Field field = sites.field(f -> !f.isNullable() && f.inner().path("type").isTextual());
    String type = field.inner().path("type").asText();
    field.inner().putArray("type").add(type).add("null");
    return field.expect(ChangeKind.NULLABLE, SAFE, WIRE);
  }

  private static Expected notNullable(Sites sites) {
    Field field = sites.field(f -> f.isNullable() && f.inner().path("type").isTextual());
    field.written().remove("anyOf");
    field.written().setAll(field.inner());
    return field.expect(ChangeKind.NOT_NULLABLE, SOURCE, SAFE);
  }

  private static Expected type(Sites sites) {
    Field field = sites.field(SchemaMutations::isPlainText);
    field.inner().put("type", "boolean");
    return field.expect(ChangeKind.TYPE, SOURCE, SOURCE);
  }

  private static Expected reference(Sites sites) {
    Field field = sites.field(f -> f.inner().has("$ref"));
    field.inner().put("$ref", "#/components/schemas/APIError");
    return field.expect(ChangeKind.TYPE, SOURCE, SOURCE);
  }

  private static Expected items(Sites sites) {
    Field field = sites.field(f -> f.inner().at("/items/type").asText().equals("string"));
    ((ObjectNode) field.inner().path("items")).put("type", "integer");
    return field.owner().expect(ChangeKind.TYPE, "." + field.name() + "[]", SOURCE, SOURCE);
  }

  private static Expected mapValues(Sites sites) {
    String at = "/additionalProperties/type";
    Field field = sites.field(f -> f.inner().at(at).asText().equals("string"));
    ((ObjectNode) field.inner().path("additionalProperties")).put("type", "integer");
    return field.owner().expect(ChangeKind.TYPE, "." + field.name() + "{}", SOURCE, SOURCE);
  }

  private static boolean hasVariants(Field field) {
    return field.inner().at("/items/oneOf").size() > 2;
  }

  private static List<Expected> variantAdded(Sites sites) {
    Field field = sites.field(SchemaMutations::hasVariants);
    ObjectNode step = sites.schemas().putObject("_GadgetStep").put("type", "object");
    step.putObject("properties").putObject("type").put("type", "string").put("const", "gadget");
    step.putArray("required").add("type");
    String ref = "#/components/schemas/_GadgetStep";
    ((ArrayNode) field.inner().at("/items/oneOf")).addObject().put("$ref", ref);
    return List.of(
        field.owner().expect(ChangeKind.VARIANT_ADDED, "." + field.name() + "[]", SAFE, SAFE),
        new Expected(ChangeKind.SCHEMA_ADDED, "_GadgetStep", SAFE, Effect.NONE));
  }

  private static Expected variantRemoved(Sites sites) {
    Field field = sites.field(SchemaMutations::hasVariants);
    ((ArrayNode) field.inner().at("/items/oneOf")).remove(0);
    return field
        .owner()
        .expect(ChangeKind.VARIANT_REMOVED, "." + field.name() + "[]", SOURCE, SOURCE);
  }

  private static Expected deprecated(Sites sites) {
    Field field = sites.field(f -> true);
    field.written().put("deprecated", true);
    return field.expect(ChangeKind.DEPRECATED, SAFE, SAFE);
  }

  private static Expected wording(Sites sites) {
    Field field = sites.field(f -> f.written().has("description"));
    field.written().put("description", field.written().path("description").asText() + " Anew.");
    return field.expect(ChangeKind.WORDING, SAFE, SAFE);
  }
}
