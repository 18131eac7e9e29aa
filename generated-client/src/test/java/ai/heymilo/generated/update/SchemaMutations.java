// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.generated.update.Mutation.Expected;
import ai.heymilo.generated.update.Sites.Field;
import ai.heymilo.generated.update.Sites.Schema;
import ai.heymilo.spec.update.ChangeKind;
import ai.heymilo.spec.update.Effect;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Kinds of change of schemas and their fields. */
final class SchemaMutations {
  private static final String REF = "#/components/schemas/";

  private SchemaMutations() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("schema added", SchemaMutations::schemaAdded),
        Mutation.of("schema removed", SchemaMutations::schemaRemoved),
        Mutation.of("schema renamed", SchemaMutations::schemaRenamed),
        Mutation.of("optional field added", s -> fieldAdded(s, "gadget", SAFE)),
        Mutation.of("field added with a name of the base class", s -> fieldAdded(s, "given", SAFE)),
        Mutation.of("required field added", s -> fieldAdded(s, "gadget", WIRE)),
        Mutation.of("field removed", SchemaMutations::fieldRemoved),
        Mutation.of("field renamed", SchemaMutations::fieldRenamed),
        Mutation.of("field becomes required", SchemaMutations::required),
        Mutation.of("field becomes optional", SchemaMutations::optional),
        Mutation.of("field may be null", SchemaMutations::nullable),
        Mutation.of("field may not be null", SchemaMutations::notNullable),
        Mutation.of("field changes its type", SchemaMutations::type),
        Mutation.of("field refers to another schema", SchemaMutations::reference),
        Mutation.of("items change their type", s -> part(s, "items")),
        Mutation.of("values of a map change their type", s -> part(s, "additionalProperties")),
        new Mutation("variant added", SchemaMutations::variantAdded),
        Mutation.of("variant removed", SchemaMutations::variantRemoved),
        Mutation.of("field deprecated", SchemaMutations::deprecated),
        Mutation.of("field described in other words", SchemaMutations::wording),
        Mutation.of("field described with another number", SchemaMutations::toRead));
  }

  private static Expected schemaAdded(Sites sites) {
    String name = "Gadget" + sites.random.nextInt(1000);
    sites.once(name);
    sites.schemas().putObject(name).putObject("properties").putObject("a").put("type", "string");
    return new Expected(ChangeKind.ADDED, name, SAFE);
  }

  private static Expected schemaRemoved(Sites sites) {
    Schema schema = sites.schema(s -> !sites.isReferredTo(s.name()) && s.hasFields());
    sites.schemas().remove(schema.name());
    return new Expected(ChangeKind.REMOVED, schema.name(), SOURCE);
  }

  private static Expected schemaRenamed(Sites sites) {
    // Names of enumerations and inline objects come of the schema's; those are changes of their
    // own.
    Schema schema =
        sites.schema(
            s ->
                !sites.isReferredTo(s.name())
                    && s.hasFields()
                    && sites.fields(s).stream().allMatch(f -> f.isPlainText() || f.is("boolean")));
    sites.schemas().set(schema.name() + "Gadget", sites.schemas().remove(schema.name()));
    return new Expected(ChangeKind.RENAMED, schema.name() + "Gadget", SOURCE);
  }

  private static Expected fieldAdded(Sites sites, String name, Effect ifSent) {
    Schema schema = sites.schema(s -> s.hasFields() && !s.properties().has(name));
    schema.properties().putObject(name).put("type", "string");
    if (ifSent != SAFE) {
      schema.node().withArray("/required").add(name);
    }
    return schema.expect(ChangeKind.ADDED, "." + name, ifSent, SAFE);
  }

  private static Expected fieldRemoved(Sites sites) {
    Field field = sites.field(f -> !f.isRequired());
    field.owner().properties().remove(field.name());
    return field.expect(ChangeKind.REMOVED, SOURCE, SOURCE);
  }

  private static Expected fieldRenamed(Sites sites) {
    Field field = sites.field(f -> !f.isRequired() && f.isPlainText());
    field.owner().properties().set("gadget", field.owner().properties().remove(field.name()));
    return field.owner().expect(ChangeKind.RENAMED, ".gadget", SOURCE, SOURCE);
  }

  private static Expected required(Sites sites) {
    Field field =
        sites.field(
            f ->
                !f.isRequired()
                    && !f.inner().has("const")
                    && !f.description().contains("xclusive with"));
    field.owner().node().withArray("/required").add(field.name());
    return field.expect(ChangeKind.REQUIRED, SOURCE, SAFE);
  }

  private static Expected optional(Sites sites) {
    Field field = sites.field(Field::isRequired);
    ArrayNode required = (ArrayNode) field.owner().node().path("required");
    required.removeIf(name -> name.asText().equals(field.name()));
    return field.expect(ChangeKind.REQUIRED, SAFE, WIRE);
  }

  private static Expected nullable(Sites sites) {
    Field field =
        sites.field(
            f -> !f.isNullable() && f.inner().path("type").isTextual() && !f.inner().has("const"));
    String type = field.inner().path("type").asText();
    field.inner().putArray("type").add(type).add("null");
    return field.expect(ChangeKind.NULL, SAFE, WIRE);
  }

  private static Expected notNullable(Sites sites) {
    // Of a body that changes something, null is a setter of its own.
    Field field =
        sites.field(
            f ->
                f.written() != f.inner()
                    && f.inner().path("type").isTextual()
                    && (!f.owner().isSent() || sites.isChanging(f.owner())));
    field.written().remove("anyOf");
    field.written().setAll(field.inner());
    return field.expect(ChangeKind.NULL, SOURCE, SAFE);
  }

  private static Expected type(Sites sites) {
    Field field = sites.field(f -> f.isPlainText() && !f.written().has("default"));
    field.inner().remove(List.of("maxLength", "minLength"));
    field.inner().put("type", "boolean");
    return field.expect(ChangeKind.TYPE, SOURCE, SOURCE);
  }

  private static Expected reference(Sites sites) {
    Field field = sites.field(f -> f.inner().has("$ref"));
    String was = field.inner().path("$ref").asText();
    // One that has been sent and read already, so that nothing else changes sides.
    Schema other =
        sites.schema(
            s ->
                s.hasFields()
                    && !was.equals(REF + s.name())
                    && s.isSent() == field.owner().isSent()
                    && s.isRead() == field.owner().isRead()
                    && sites.isReferredTo(s.name()));
    field.inner().put("$ref", REF + other.name());
    return field.expect(ChangeKind.TYPE, SOURCE, SOURCE);
  }

  private static Expected part(Sites sites, String part) {
    Field field = sites.field(f -> f.inner().path(part).path("type").asText().equals("string"));
    ((ObjectNode) field.inner().path(part)).removeAll().put("type", "boolean");
    return field.expect(ChangeKind.TYPE, SOURCE, SOURCE);
  }

  private static Field withVariants(Sites sites) {
    return sites.field(
        f ->
            f.inner().at("/items/oneOf").size() > 2
                && f.inner().findValuesAsText("$ref").stream()
                    .allMatch(ref -> ref.startsWith(REF)));
  }

  private static List<Expected> variantAdded(Sites sites) {
    Field field = withVariants(sites);
    Tag tag = Tag.of(sites, field);
    // A union is called by the last word of its variants.
    String name = "Gadget" + tag.variant().replaceAll("^_", "");
    ObjectNode step = sites.schemas().putObject(name).put("type", "object");
    step.putObject("properties").putObject(tag.name()).put("type", "string").put("const", "gadget");
    step.putArray("required").add(tag.name());
    ((ArrayNode) field.inner().at("/items/oneOf")).addObject().put("$ref", REF + name);
    tag.map("gadget", REF + name);
    return List.of(
        field.owner().expect(ChangeKind.VARIANT, "." + field.name() + "[]", SAFE, SAFE),
        new Expected(ChangeKind.ADDED, name, SAFE));
  }

  /** The property that tells variants apart. */
  private record Tag(String name, String variant, ObjectNode items) {
    static Tag of(Sites sites, Field field) {
      ObjectNode items = (ObjectNode) field.inner().path("items");
      String first = items.at("/oneOf/0/$ref").asText().substring(REF.length());
      for (var property : sites.schemas().path(first).path("properties").properties()) {
        if (property.getValue().has("const")) {
          return new Tag(property.getKey(), first, items);
        }
      }
      throw new Sites.NoSiteException();
    }

    void map(String value, String ref) {
      if (items.at("/discriminator/mapping").isObject()) {
        ((ObjectNode) items.at("/discriminator/mapping")).put(value, ref);
      }
    }
  }

  private static Expected variantRemoved(Sites sites) {
    Field field = withVariants(sites);
    Tag.of(sites, field);
    // It is still there, for those who refer to it elsewhere.
    ((ArrayNode) field.inner().at("/items/oneOf")).remove(0);
    return field.owner().expect(ChangeKind.VARIANT, "." + field.name() + "[]", SOURCE, SOURCE);
  }

  private static Expected deprecated(Sites sites) {
    Field field = sites.field(f -> !f.written().has("$ref"));
    field.written().put("deprecated", true);
    return field.expect(ChangeKind.DEPRECATED, SAFE, SAFE);
  }

  private static Expected wording(Sites sites) {
    Field field = sites.field(f -> f.written().has("description"));
    field.written().put("description", field.description() + " Anew.");
    return field.expect(ChangeKind.WORDING, SAFE, SAFE);
  }

  private static Expected toRead(Sites sites) {
    Field other =
        sites.field(
            f -> f.description().matches("[^'`\\d]*\\b[1-9]\\d\\b[^'`\\d]*") && f.is("string"));
    other.written().put("description", other.description().replaceAll("\\b([1-9]\\d)\\b", "$17"));
    return other.expect(ChangeKind.TO_READ, SAFE, SAFE);
  }
}
