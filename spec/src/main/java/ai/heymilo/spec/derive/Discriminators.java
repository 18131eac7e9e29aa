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
 * a discriminator), and says which value means which object.
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
    Map<String, JsonNode> candidates = constants(document, members.get(0));
    for (String property : candidates.keySet()) {
      Map<String, String> mapping = new LinkedHashMap<>();
      for (String member : members) {
        JsonNode value = constants(document, member).get(property);
        if (value != null) {
          mapping.put(value.asText(), Document.SCHEMA_REF + member);
        }
      }
      if (mapping.size() == members.size()) {
        ObjectNode union = Document.object();
        union.set("oneOf", schema.get(keyword));
        ObjectNode discriminator = union.putObject("discriminator");
        discriminator.put("propertyName", property);
        ObjectNode values = discriminator.putObject("mapping");
        mapping.forEach(values::put);
        return union;
      }
    }
    return null;
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
    String name = owner + Names.upperCamel(Names.commonSuffix(members));
    for (int n = 2; isTaken(document, named, name, union); n++) {
      name = owner + Names.upperCamel(Names.commonSuffix(members)) + n;
    }
    schema.remove(List.of(keyword, "discriminator", "type"));
    schema.put("$ref", Document.SCHEMA_REF + name);
    union.put(UNION, true);
    if (document.schemas().path(owner).has(MarkRequests.MARK)) {
      union.put(MarkRequests.MARK, true);
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
