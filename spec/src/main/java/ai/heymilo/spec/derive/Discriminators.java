// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names each union of objects that all have a constant of the same name (or that the document gives
 * a discriminator), and maps its values to objects.
 */
final class Discriminators implements Rule {
  static final String UNION = "x-union";

  @Override
  public void apply(Document document, Findings findings) {
    Map<String, ObjectNode> named = new LinkedHashMap<>();
    document.forEachSchema(
        (schema, pointer) -> {
          for (String keyword : List.of("oneOf", "anyOf")) {
            ObjectNode union = discriminated(document, schema, keyword);
            if (union != null) {
              lift(document, schema, pointer, keyword, union, named);
            }
          }
        });
    named.forEach(document.schemas()::set);
    for (Map.Entry<String, JsonNode> schema : document.schemas().properties()) {
      if (schema.getValue().has(UNION)) {
        for (JsonNode member : schema.getValue().path("oneOf")) {
          ObjectNode target = (ObjectNode) document.schemas().path(Document.refName(member));
          target.withArray("/x-unions").add(schema.getKey());
          String tag = schema.getValue().path("discriminator").path("propertyName").asText();
          ((ObjectNode) target.path("properties").path(tag)).put("x-tag", true);
        }
      }
    }
  }

  private static @Nullable ObjectNode discriminated(
      Document document, ObjectNode schema, String keyword) {
    List<String> members = new ArrayList<>();
    for (JsonNode member : schema.path(keyword)) {
      String name = Document.refName(member);
      if (name == null) {
        return null;
      }
      members.add(name);
    }
    if (members.size() < 2) {
      return null;
    }
    for (String property : constants(document, members.get(0)).keySet()) {
      Map<String, String> mapping = new LinkedHashMap<>();
      for (String member : members) {
        JsonNode value = constants(document, member).get(property);
        if (value != null) {
          mapping.put(value.asText(), member);
        }
      }
      if (mapping.size() == members.size()) {
        return union(schema.path(keyword), property, mapping);
      }
    }
    return documented(document, schema, keyword, members);
  }

  /** Follows the document's own discriminator: the members get the constants that it implies. */
  private static @Nullable ObjectNode documented(
      Document document, ObjectNode schema, String keyword, List<String> members) {
    String property = schema.at("/discriminator/propertyName").asText();
    Map<String, String> mapping = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> e : schema.at("/discriminator/mapping").properties()) {
      mapping.put(e.getKey(), e.getValue().asText());
    }
    boolean oneToOne = mapping.size() == members.size() && mapping.values().containsAll(members);
    for (String member : members) {
      ObjectNode target = (ObjectNode) document.schemas().path(member);
      oneToOne &= target.has("properties") && !constants(document, member).containsKey(property);
    }
    if (property.isEmpty() || !oneToOne) {
      return null;
    }
    mapping.forEach(
        (value, member) -> {
          ObjectNode target = (ObjectNode) document.schemas().path(member);
          ObjectNode tag = target.withObject("/properties").withObject("/" + property);
          tag.remove(List.of("enum", "$ref", "nullable"));
          tag.put("type", "string").put(Constants.CONST, value);
          if (target.has(MarkBodies.REQUEST)) {
            tag.put(Constants.CONST_JAVA, tag.path(Constants.CONST).toString());
          }
        });
    return union(schema.path(keyword), property, mapping);
  }

  private static ObjectNode union(JsonNode members, String property, Map<String, String> mapping) {
    ObjectNode union = Document.object();
    union.set("oneOf", members);
    ObjectNode discriminator = union.putObject("discriminator");
    discriminator.put("propertyName", property);
    ObjectNode values = discriminator.putObject("mapping");
    mapping.forEach((value, member) -> values.put(value, Document.SCHEMA_REF + member));
    return union;
  }

  private static Map<String, JsonNode> constants(Document document, String schema) {
    Map<String, JsonNode> constants = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property :
        document.schemas().path(schema).path("properties").properties()) {
      JsonNode value = property.getValue().path(Constants.CONST);
      if (value.isTextual()) {
        constants.put(property.getKey(), value);
      }
    }
    return constants;
  }

  /** Puts the union among the named schemas and refers to it where it stood. */
  private static void lift(
      Document document,
      ObjectNode schema,
      String pointer,
      String keyword,
      ObjectNode union,
      Map<String, ObjectNode> named) {
    if (Pointers.isNamedSchema(pointer)) {
      schema.remove(List.of(keyword, "type"));
      schema.setAll(union);
      schema.put(UNION, true);
      return;
    }
    List<String> members = new ArrayList<>();
    union.path("oneOf").forEach(m -> members.add(String.valueOf(Document.refName(m))));
    String namedOwner = Pointers.namedSchema(pointer);
    String owner = namedOwner == null ? "Body" : namedOwner;
    String property = Pointers.property(pointer);
    List<String> kind = Names.commonSuffix(members);
    if (kind.isEmpty() && property != null) {
      kind = Names.words(property);
    }
    String base = owner + Names.upperCamel(kind);
    String name = base;
    for (int n = 2; isTaken(document, named, name, union); n++) {
      name = base + n;
    }
    schema.remove(List.of(keyword, "discriminator", "type"));
    schema.put("$ref", Document.SCHEMA_REF + name);
    union.put(UNION, true);
    if (document.schemas().path(owner).has(MarkBodies.REQUEST)) {
      union.put(MarkBodies.REQUEST, true);
    }
    named.put(name, union);
  }

  private static boolean isTaken(
      Document document, Map<String, ObjectNode> named, String name, ObjectNode union) {
    ObjectNode other = named.get(name);
    return !ClassNames.isFree(document, name)
        || (other != null && !other.path("oneOf").equals(union.path("oneOf")));
  }
}
