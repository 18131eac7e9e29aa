// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.corpus;

import ai.heymilo.generated.model.ApiModel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A document with shapes that real ones have; quotes are single ones. */
final class Shapes {
  /** For each keyword that limits a value: a schema, a value within the limit, and one beyond. */
  static final Map<String, List<String>> LIMITS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("minimum", List.of("'type':'integer','minimum':2.0", "2", "1")),
              Map.entry("maximum", List.of("'type':'integer','maximum':2.0", "2", "3")),
              Map.entry(
                  "exclusiveMinimum",
                  List.of("'type':'number','exclusiveMinimum':2,'minimum':1", "2.5", "2")),
              Map.entry(
                  "exclusiveMaximum",
                  List.of("'type':'number','exclusiveMaximum':2,'maximum':2", "1.5", "2")),
              Map.entry("multipleOf", List.of("'type':'number','multipleOf':0.1", "0.3", "0.35")),
              Map.entry("minLength", List.of("'type':'string','minLength':2", "'😀x'", "'😀'")),
              Map.entry("maxLength", List.of("'type':'string','maxLength':2", "'😀x'", "'abc'")),
              Map.entry(
                  "pattern", List.of("'type':'string','pattern':'^[a-z]+$'", "'a'", "'a\\n'")),
              Map.entry(
                  "minItems",
                  List.of("'type':'array','items':{'type':'integer'},'minItems':1", "[1]", "[]")),
              Map.entry(
                  "maxItems",
                  List.of(
                      "'type':'array','items':{'type':'integer'},'maxItems':1", "[1]", "[1,2]")),
              Map.entry(
                  "uniqueItems",
                  List.of(
                      "'type':'array','items':{'type':'integer'},'uniqueItems':true",
                      "[1,2]",
                      "[1,1]")),
              Map.entry(
                  "minProperties",
                  List.of(
                      "'type':'object','additionalProperties':true,'minProperties':1",
                      "{'a':1}",
                      "{}")),
              Map.entry(
                  "maxProperties",
                  List.of(
                      "'type':'object','additionalProperties':true,'maxProperties':1",
                      "{'a':1}",
                      "{'a':1,'b':2}"))));

  private static final List<String> OTHERS =
      List.of(
          "'number_enum':{'type':'integer','enum':[1,2.0]}",
          "'keys':{'type':'object','additionalProperties':{'type':'string'},'propertyNames':{'maxLength':1}}",
          "'all_of':{'allOf':[{'type':'string','maxLength':5},{'maxLength':3,'pattern':'^a'},{'pattern':'b$'}]}",
          "'both':{'maxLength':3,'anyOf':[{'type':'string','maxLength':9},{'type':'null'}]}",
          "'referred':{'$ref':'#/components/schemas/Short','maxLength':9}",
          "'nulls':{'type':'array','items':{'type':['string','null']}}",
          "'seconds_at':{'type':'number','minimum':10,'description':'Unix timestamp.'}",
          "'millis_at':{'type':'integer','maximum':5000,'description':'Unix timestamp in"
              + " milliseconds.'}",
          "'named_at':{'type':'string'}",
          "'counted_at':{'type':'number'}",
          "'part':{'oneOf':[{'$ref':'#/components/schemas/Amp'},{'$ref':'#/components/schemas/Less'}]}");

  private Shapes() {}

  static JsonNode json(String singleQuoted) throws Exception {
    return Generator.JSON.readTree(singleQuoted.replace('\'', '"'));
  }

  static JsonNode document() throws Exception {
    ObjectNode document = Generator.JSON.createObjectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", "shapes").put("version", "1");
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    schemas.set("Short", json("{'type':'string','maxLength':3}"));
    schemas.set(
        "Amp",
        json("{'type':'object','properties':{'kind':{'const':'a&b'},'p':{'type':'string'}}}"));
    schemas.set("Less", json("{'type':'object','properties':{'kind':{'const':'a<b>'}}}"));
    schemas.set(
        "PatchRequest",
        json("{'type':'object','minProperties':1,'properties':{'a':{'type':'string'}}}"));
    ObjectNode names =
        schemas.putObject("NamesRequest").put("type", "object").putObject("properties");
    for (String name : namesOfTheBase()) {
      names.putObject(name).put("type", "string").put("description", "Some text.");
      names.putObject("x_" + name).put("type", "string").put("description", "Some text.");
      names.set(name + "_", json("{'type':'array','items':{'type':'string'}}"));
      names.set(name + "__", json("{'type':'object','additionalProperties':{'type':'string'}}"));
    }
    ObjectNode properties =
        schemas.putObject("AllRequest").put("type", "object").putObject("properties");
    properties.setAll((ObjectNode) json("{" + String.join(",", OTHERS) + "}"));
    ArrayNode parameters =
        document
            .putObject("paths")
            .putObject("/a")
            .putObject("get")
            .put("operationId", "get_a")
            .putArray("parameters");
    ((ObjectNode) document.at("/paths/~1a/get"))
        .putObject("responses")
        .putObject("204")
        .put("description", "ok");
    for (String keyword : LIMITS.keySet()) {
      JsonNode schema = json("{" + LIMITS.get(keyword).get(0) + "}");
      properties.set(keyword, schema);
      properties.set("list_" + keyword, json("{'type':'array'}").deepCopy());
      ((ObjectNode) properties.path("list_" + keyword)).set("items", schema);
      properties.set("map_" + keyword, json("{'type':'object'}").deepCopy());
      ((ObjectNode) properties.path("map_" + keyword)).set("additionalProperties", schema);
      if (!schema.path("type").asText().equals("object")) {
        parameters.addObject().put("in", "query").put("name", keyword).set("schema", schema);
      }
    }
    ObjectNode required = document.withObject("/paths").putObject("/b").putObject("get");
    required.put("operationId", "get_b").set("responses", document.at("/paths/~1a/get/responses"));
    required
        .putArray("parameters")
        .addObject()
        .put("in", "query")
        .put("name", "q")
        .put("required", true)
        .set("schema", json("{'type':'string','pattern':'^[a-z]+$'}"));
    return document;
  }

  /** Returns what properties could be called whose methods the base of all objects has already. */
  static Set<String> namesOfTheBase() {
    Set<String> names = new TreeSet<>();
    Stream.of(ApiModel.class, Object.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic())
        .map(Method::getName)
        .forEach(
            name -> {
              names.add(name);
              names.add(name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT));
              names.add(name.replaceFirst("^get(.)", "$1"));
            });
    names.addAll(List.of("self", "target", "index", "in", "out", "limits"));
    return names;
  }
}
