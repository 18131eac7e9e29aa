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
 * Makes named types of enumerations, whether the document lists the values or only describes them
 * ({@code Posting status: 'draft', 'active'.}). Templates make such types open: a value that the
 * document does not know is kept. Enumerations of numbers stay plain numbers.
 *
 * <p>A type's name comes of the place alone ({@link EnumNames}), so that nothing that a document
 * adds elsewhere gives it another; places of one name are one type, with the values of all.
 */
final class OpenEnums implements Rule {
  /** The values of an enumeration that stays a plain number or the like. */
  static final String VALUES = "x-plain-values";

  private static final Pattern DESCRIBED =
      Pattern.compile("^[^:.']*: ('[A-Za-z0-9_-]+'(?:(?:, or |, | or |,)'[A-Za-z0-9_-]+')+)");
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  /** The places of one enumeration. */
  private static final class Group {
    final Set<String> values = new LinkedHashSet<>();
    final List<ObjectNode> schemas = new ArrayList<>();
  }

  @Override
  public void apply(Document document, Findings findings) {
    EnumNames names = new EnumNames(document);
    Map<String, Group> groups = new LinkedHashMap<>();
    document.forEachSchema(
        (schema, pointer) -> {
          if (schema.has("enum") && !allTexts(schema.path("enum"))) {
            schema.set(VALUES, schema.remove("enum"));
          } else if (!Pointers.isNamedSchema(pointer)) {
            Set<String> values = valuesOf(schema);
            if (!values.isEmpty()) {
              Group group = groups.computeIfAbsent(names.of(pointer), name -> new Group());
              group.values.addAll(values);
              group.schemas.add(schema);
              values.forEach(schema.putArray("x-own-values")::add);
            }
          }
        });
    groups.forEach((name, group) -> lift(document, name, group));
  }

  static boolean allTexts(JsonNode values) {
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

  private static void lift(Document document, String name, Group group) {
    ObjectNode type = document.schemas().withObject("/" + name);
    Set<String> values = new LinkedHashSet<>(valuesOf(type));
    values.addAll(group.values);
    type.put("type", "string");
    values.forEach(type.putArray("enum")::add);
    for (ObjectNode schema : group.schemas) {
      schema.remove(List.of("type", "enum"));
      schema.put("$ref", Document.SCHEMA_REF + name);
    }
  }
}
