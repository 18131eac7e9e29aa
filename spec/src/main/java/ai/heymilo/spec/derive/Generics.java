// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes one schema of the instances of a generic model, each of which FastAPI writes out: of {@code
 * Page_Pet_} and {@code Page_Shop_}, {@code Page}, with the argument ({@code x-argument}) beside
 * each answer that is one. Instances that are more than answers, or differ in more than the
 * argument, stay as they are.
 */
final class Generics implements Rule {
  static final String ARGUMENT = "x-argument";

  /** How a property uses the argument: as {@code T} or {@code List<T>}. */
  static final String USE = "x-generic";

  /** What stands for the argument; templates write the use in its place. */
  private static final ObjectNode ANY = Document.object().put("type", "string");

  private static final Pattern NAME = Pattern.compile("(\\w+?)_(\\w+)_");
  private static final Pattern LIST = Pattern.compile("[Ll]ist_(\\w+)_");

  /** A schema as the instance of a generic one. */
  private static final class Instance {
    final String base;
    final ObjectNode generic;
    final ObjectNode argument;

    Instance(String base, ObjectNode generic, ObjectNode argument) {
      this.base = base;
      this.generic = generic;
      this.argument = argument;
    }
  }

  @Override
  public void apply(Document document, Findings findings) {
    ObjectNode schemas = document.schemas();
    if (hasClassT(schemas)) {
      return;
    }
    List<ObjectNode> answers = new ArrayList<>();
    collectAnswers(document.root(), false, answers);
    Map<String, Integer> elsewhere = new HashMap<>();
    Document.forEachRef(document.root(), use -> count(use, 1, elsewhere));
    answers.forEach(answer -> count(answer.path("schema"), -1, elsewhere));
    Map<String, Map<ObjectNode, Map<String, Instance>>> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      Instance one = instance(schemas, schema.getKey());
      if (one != null && elsewhere.getOrDefault(schema.getKey(), 0) == 0) {
        found
            .computeIfAbsent(one.base, base -> new LinkedHashMap<>())
            .computeIfAbsent(one.generic, generic -> new LinkedHashMap<>())
            .put(schema.getKey(), one);
      }
    }
    Map<String, Instance> most = new LinkedHashMap<>();
    for (Map<ObjectNode, Map<String, Instance>> alike : found.values()) {
      most.putAll(Collections.max(alike.values(), Comparator.comparing(Map::size)));
    }
    replace(schemas, answers, most);
  }

  /** Returns whether a class of the document's would be called as the type variable is. */
  private static boolean hasClassT(ObjectNode schemas) {
    return schemas.properties().stream()
        .anyMatch(schema -> Names.upperCamel(Names.words(schema.getKey())).equals("T"));
  }

  private static void count(JsonNode use, int by, Map<String, Integer> uses) {
    String name = Document.refName(use);
    if (name != null) {
      uses.merge(name, by, Integer::sum);
    }
  }

  /** Returns whether a schema is one that was made of instances. */
  static boolean isGeneric(JsonNode schema) {
    for (JsonNode property : schema.path("properties")) {
      if (property.has(USE)) {
        return true;
      }
    }
    return false;
  }

  /** Returns a schema as an instance; null unless exactly one property is the argument. */
  private static @Nullable Instance instance(ObjectNode schemas, String schema) {
    Matcher name = NAME.matcher(schema);
    ObjectNode argument = name.matches() ? argument(schemas, name.group(2)) : null;
    if (argument == null || schemas.has(name.group(1))) {
      return null;
    }
    ObjectNode generic = schemas.path(schema).deepCopy();
    generic.remove("title");
    int uses = 0;
    for (Map.Entry<String, JsonNode> property : generic.path("properties").properties()) {
      JsonNode words = property.getValue().path("description");
      JsonNode plain = property.getValue().deepCopy();
      if (plain.isObject()) {
        ((ObjectNode) plain).remove(List.of("title", "description"));
      }
      if (plain.equals(argument)) {
        uses++;
        property.setValue(use(ANY.deepCopy(), "T", words));
      } else if (plain.equals(listOf(argument))) {
        uses++;
        property.setValue(use(listOf(ANY.deepCopy()), "List<T>", words));
      }
    }
    return uses == 1 ? new Instance(name.group(1), generic, argument) : null;
  }

  private static @Nullable ObjectNode argument(ObjectNode schemas, String name) {
    if (schemas.path(name).has("properties")) {
      return Document.object().put("$ref", Document.SCHEMA_REF + name);
    }
    Matcher list = LIST.matcher(name);
    ObjectNode items = list.matches() ? argument(schemas, list.group(1)) : null;
    return items == null ? null : listOf(items);
  }

  private static ObjectNode listOf(ObjectNode items) {
    return Document.object().put("type", "array").set("items", items);
  }

  private static ObjectNode use(ObjectNode schema, String use, JsonNode words) {
    return words.isMissingNode()
        ? schema.put(USE, use)
        : schema.put(USE, use).set("description", words);
  }

  /** Collects the objects that say of a media type which schema an answer has. */
  private static void collectAnswers(JsonNode node, boolean inAnswer, List<ObjectNode> answers) {
    if (inAnswer && node.path("schema").isObject()) {
      answers.add((ObjectNode) node);
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (!Set.of("schema", "schemas").contains(child.getKey())) {
        collectAnswers(child.getValue(), inAnswer || child.getKey().equals("responses"), answers);
      }
    }
  }

  private static void replace(
      ObjectNode schemas, List<ObjectNode> answers, Map<String, Instance> instances) {
    for (ObjectNode answer : answers) {
      Instance one = instances.get(Document.refName(answer.path("schema")));
      if (one != null) {
        answer.putObject("schema").put("$ref", Document.SCHEMA_REF + one.base);
        answer.set(ARGUMENT, one.argument);
      }
    }
    ObjectNode before = schemas.deepCopy();
    schemas.removeAll();
    for (Map.Entry<String, JsonNode> schema : before.properties()) {
      Instance one = instances.get(schema.getKey());
      schemas.set(
          one == null ? schema.getKey() : one.base, one == null ? schema.getValue() : one.generic);
    }
  }
}
