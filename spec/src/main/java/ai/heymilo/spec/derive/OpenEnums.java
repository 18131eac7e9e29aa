// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one named type of equal enumerations, whether the document lists the values or only
 * describes them ({@code Posting status: 'draft', 'active'.}). Templates make such types open: a
 * value that the document does not know is kept. Enumerations of numbers stay plain numbers.
 */
final class OpenEnums implements Rule {
  private static final Pattern DESCRIBED =
      Pattern.compile("^[^:.']*: ('[A-Za-z0-9_-]+'(?:(?:, or |, | or |,)'[A-Za-z0-9_-]+')+)");
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  /** The places of one enumeration. */
  private static final class Group {
    final Set<String> values = new LinkedHashSet<>();
    final Set<String> properties = new LinkedHashSet<>();
    final List<ObjectNode> schemas = new ArrayList<>();
    String owner = "";
  }

  /** Where an enumeration stands: in a property of a schema, or in a parameter of an operation. */
  private static final class Place {
    final String owner;
    final String property;

    private Place(String owner, String property) {
      this.owner = owner;
      this.property = property;
    }

    static Place of(Document document, String pointer) {
      String schema = Pointers.namedSchema(pointer);
      String property = Pointers.property(pointer);
      if (schema != null) {
        return new Place(schema, property == null ? "value" : property);
      }
      for (Operation operation : document.operations()) {
        for (int i = 0; i < operation.parameters().size(); i++) {
          if (pointer.startsWith(operation.pointer() + "/parameters/" + i + "/")) {
            return new Place(
                operation.node().path("operationId").asText(),
                operation.parameters().get(i).path("name").asText());
          }
        }
      }
      return new Place("Body", "value");
    }
  }

  @Override
  public void apply(Document document, Findings findings) {
    Map<Set<String>, Group> groups = new LinkedHashMap<>();
    document.forEachSchema(
        (schema, pointer) -> {
          if (schema.has("enum") && !allTexts(schema.path("enum"))) {
            schema.remove("enum");
          } else if (!Pointers.isNamedSchema(pointer)) {
            Set<String> values = valuesOf(schema);
            if (!values.isEmpty()) {
              Group group = groups.computeIfAbsent(values, v -> new Group());
              group.values.addAll(values);
              group.schemas.add(schema);
              Place place = Place.of(document, pointer);
              group.properties.add(place.property);
              if (group.owner.isEmpty()) {
                group.owner = place.owner;
              }
            }
          }
        });
    Map<String, Group> byName = new LinkedHashMap<>();
    for (Group group : groups.values()) {
      String name = nameOf(group);
      while (!ClassNames.isFree(document, name)) {
        name += "Value";
      }
      byName.merge(name, group, OpenEnums::merge);
    }
    byName.forEach((name, group) -> lift(document, name, group));
  }

  private static boolean allTexts(JsonNode values) {
    for (JsonNode value : values) {
      if (!value.isTextual() && !value.isNull()) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> valuesOf(ObjectNode schema) {
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode value : schema.path("enum")) {
      if (value.isTextual()) {
        values.add(value.asText());
      }
    }
    if (values.isEmpty() && schema.path("type").asText().equals("string")) {
      Matcher described = DESCRIBED.matcher(schema.path("description").asText());
      if (described.find()) {
        Matcher quoted = QUOTED.matcher(described.group(1));
        while (quoted.find()) {
          values.add(quoted.group(1));
        }
      }
    }
    return values;
  }

  /**
   * Returns the words that the properties' names share; one word alone says too little, so that the
   * name of the first schema goes before it.
   */
  private static String nameOf(Group group) {
    List<String> words = new ArrayList<>(Names.commonSuffix(group.properties));
    if (words.size() < 2) {
      List<String> owner = new ArrayList<>(Names.words(group.owner));
      if (owner.size() > 1
          && Set.of("Request", "Response", "Result").contains(owner.get(owner.size() - 1))) {
        owner.remove(owner.size() - 1);
      }
      if (!words.isEmpty() && owner.get(owner.size() - 1).equalsIgnoreCase(words.get(0))) {
        words.clear();
      }
      words.addAll(0, owner);
    }
    return Names.upperCamel(words);
  }

  private static Group merge(Group one, Group other) {
    one.values.addAll(other.values);
    one.schemas.addAll(other.schemas);
    return one;
  }

  private static void lift(Document document, String name, Group group) {
    ObjectNode type = Document.object();
    type.put("type", "string");
    group.values.forEach(type.putArray("enum")::add);
    document.schemas().set(name, type);
    for (ObjectNode schema : group.schemas) {
      schema.remove(List.of("type", "enum"));
      schema.put("$ref", Document.SCHEMA_REF + name);
    }
  }
}
