// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.derive.GeneratorView;
import ai.heymilo.spec.update.Place.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All places of a document, by key: what is generated of each (from the generator's view) beside
 * what is only written.
 */
final class Snapshot {
  static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Set<String> JUDGED_OF_OPERATION =
      Set.of(
          "operationId",
          "tags",
          "parameters",
          "requestBody",
          "responses",
          "deprecated",
          "security");
  private static final int DEEPEST = 10;

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final JsonNode published;
  private final JsonNode view;
  private final SchemaFacts schemas;

  private Snapshot(JsonNode published) {
    ObjectNode annotated = published.deepCopy();
    Written.keep(annotated);
    this.published = published;
    this.view = GeneratorView.derive(annotated);
    JsonNode named = view.path("components").path("schemas");
    List<String> names = List.copyOf(names(published.path("components").path("schemas")));
    this.schemas = new SchemaFacts(places, named, names.size());
    Reach reach = new Reach(published, view);
    document();
    for (Map.Entry<String, JsonNode> path : published.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : resolved(path.getValue()).properties()) {
        if (METHODS.contains(method.getKey())) {
          operation(path.getKey(), method.getKey(), method.getValue());
        }
      }
    }
    int i = 0;
    for (Map.Entry<String, JsonNode> schema : named.properties()) {
      if (i < names.size()) {
        String name = names.get(i++);
        String pointer = "/components/schemas/" + escaped(name);
        schemas.named(
            Place.of(
                Kind.SCHEMA,
                name,
                pointer,
                reach.sent(schema.getKey()),
                reach.read(schema.getKey())),
            schema.getKey());
      }
    }
  }

  /** Returns the places of a document that the generator's view can be derived from. */
  static Map<String, Place> of(JsonNode published) {
    return new Snapshot(GeneratorView.withGenerics(published)).places;
  }

  private void document() {
    Place all = Place.of(Kind.DOCUMENT, "document", "", true, true);
    all.put("version", published.path("info").path("version"));
    all.put("server", published.path("servers").path(0).path("url"));
    all.put("security", published.path("security"));
    ObjectNode words = without(published, Set.of("info", "security", "paths", "components"));
    ArrayNode servers = words.withArray("/servers").deepCopy();
    if (!servers.isEmpty()) {
      servers.set(0, without(servers.get(0), Set.of("url")));
    }
    words.set("servers", servers);
    words.set("info", without(published.path("info"), Set.of("version")));
    // What operations refer to is compared where they do.
    words.set(
        "components", without(published.path("components"), Set.of("schemas", "securitySchemes")));
    all.put("words", words);
    places.put("document", all);
    for (Map.Entry<String, JsonNode> scheme :
        published.path("components").path("securitySchemes").properties()) {
      String at = "/components/securitySchemes/" + escaped(scheme.getKey());
      Place access = Place.of(Kind.ACCESS, scheme.getKey(), at, true, false);
      access.put("words", scheme.getValue().path("description"));
      access.put("other", without(scheme.getValue(), Set.of("description")));
      places.put("access " + scheme.getKey(), access);
    }
  }

  private void operation(String path, String method, JsonNode raw) {
    JsonNode node = view.path("paths").path(path).path(method);
    String key = method + " " + path.replaceAll("\\{[^}]*}", "{}");
    String pathPointer = "/paths/" + escaped(path);
    String stub = node.path("x-method").asText();
    Place place = Place.of(Kind.OPERATION, stub, pathPointer + "/" + method, true, true);
    String uses = "\\b(" + stub + "(WithResponse)?|" + node.path("x-constant").asText() + ")\\b";
    place.usedAs("", uses);
    place.put("stub", node.path("tags").path(0).asText() + "." + stub);
    place.put("call", method.toUpperCase(Locale.ROOT) + " " + path);
    place.put("deprecated", raw.path("deprecated").asBoolean());
    place.put("security", raw.path("security"));
    JsonNode item = resolved(published.path("paths").path(path));
    ObjectNode beside = without(item, METHODS);
    beside.remove("parameters");
    ObjectNode words = without(raw, JUDGED_OF_OPERATION);
    words.setAll(Map.of("tags", raw.path("tags"), "operationId", raw.path("operationId")));
    words.set("path", beside);
    place.put("words", words);
    places.put(key, place);
    ArrayNode order = JsonNodeFactory.instance.arrayNode();
    ArrayNode types = JsonNodeFactory.instance.arrayNode();
    parameters(place, key, item.path("parameters"), node, pathPointer + "/parameters/");
    parameters(
        place, key, raw.path("parameters"), node, pathPointer + "/" + method + "/parameters/");
    for (JsonNode parameter : node.path("parameters")) {
      if (parameter.path("required").asBoolean()) {
        order.add(parameter.path("name").asText());
        types.add(schemas.javaType(parameter.path("schema")));
      }
    }
    place.put("order", order);
    place.put("order types", types);
    body(place, key, resolved(raw.path("requestBody")), node.path("requestBody"));
    for (Map.Entry<String, JsonNode> answer : raw.path("responses").properties()) {
      answer(place, key, answer.getKey(), resolved(answer.getValue()), node);
    }
    place.put("returns", returned(node));
  }

  private void parameters(Place of, String key, JsonNode list, JsonNode node, String pointer) {
    int i = 0;
    for (JsonNode written : list) {
      JsonNode raw = resolved(written);
      String name = raw.path("name").asText();
      Place place = of.within(key, Kind.PARAMETER, name, "(" + name + ")", "").at(pointer + i++);
      place.put("in", raw.path("in"));
      place.put("required", raw.path("required").asBoolean());
      place.put("deprecated", raw.path("deprecated").asBoolean());
      JsonNode generated = find(node.path("parameters"), name, raw.path("in").asText());
      place.put("each", !generated.isMissingNode());
      if (raw.path("in").asText().equals("path")) {
        String call = of.fact("call").asText();
        place.put("position", call.replaceAll("\\{" + Pattern.quote(name) + "}.*|[^{]", ""));
      }
      String java = generated.path("x-java-name").asText();
      place.usedAs(of.name(), java.isEmpty() ? "" : "\\." + java + "\\(|\"" + name + "\"");
      String parameterKey = key + " ?" + name;
      places.put(parameterKey, place);
      if (generated.isMissingNode()) {
        place.put("other", raw.path("schema"));
      } else {
        schemas.describe(place, parameterKey, generated.path("schema"), "/schema");
      }
      place.put("words", without(raw, Set.of("name", "in", "required", "schema", "deprecated")));
    }
  }

  private static JsonNode find(JsonNode parameters, String name, String in) {
    for (JsonNode one : parameters) {
      if (one.path("name").asText().equals(name) && one.path("in").asText().equals(in)) {
        return one;
      }
    }
    return parameters.path("");
  }

  private void body(Place of, String key, JsonNode raw, JsonNode generated) {
    if (raw.isMissingNode()) {
      return;
    }
    Place place = of.within(key, Kind.BODY, "body", " body", "/requestBody");
    place.put("required", raw.path("required").asBoolean());
    content(place, key + " body", raw, generated);
  }

  private void answer(Place of, String key, String status, JsonNode raw, JsonNode node) {
    Place place = of.within(key, Kind.ANSWER, status, " " + status, "/responses/" + status);
    JsonNode generated = node.path("responses").path(status);
    place.put("success", status.startsWith("2"));
    place.put("content", raw.path("content").toString());
    place.put("unread", generated.isMissingNode());
    content(place, key + " " + status, raw, generated);
  }

  /** Records media types, and the schema of the form that the stub sends or reads. */
  private void content(Place place, String key, JsonNode raw, JsonNode generated) {
    places.put(key, place);
    ArrayNode types = JsonNodeFactory.instance.arrayNode();
    ObjectNode words = without(raw, Set.of("required", "content"));
    raw.path("content")
        .properties()
        .forEach(
            medium -> {
              types.add(medium.getKey());
              ObjectNode beside = without(medium.getValue(), Set.of("schema"));
              if (!beside.isEmpty()) {
                words.set(medium.getKey(), beside);
              }
            });
    place.put("media types", types);
    JsonNode schema = generated.at("/content/application~1json/schema");
    if (!schema.isMissingNode()) {
      schemas.describe(
          place, key, schema, "/content/" + escaped(types.path(0).asText()) + "/schema");
    }
    words.setAll(place.fact("words").isObject() ? (ObjectNode) place.fact("words") : words);
    place.put("words", words);
  }

  private String returned(JsonNode operation) {
    if (operation.has("x-answer-type")) {
      return operation.path("x-answer-type").asText();
    }
    for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
      JsonNode schema = answer.getValue().at("/content/application~1json/schema");
      if (answer.getKey().startsWith("2") && !schema.isMissingNode()) {
        return schemas.javaType(schema);
      }
    }
    return operation.has("x-redirects") ? "a redirect" : "void";
  }

  /** Returns what a node refers to; the node itself if it refers to nothing. */
  private JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    for (int i = 0; i < DEEPEST && found.path("$ref").asText().startsWith("#/"); i++) {
      found = published.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  private static ObjectNode without(JsonNode object, Set<String> keys) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            member -> {
              if (!keys.contains(member.getKey())) {
                rest.set(member.getKey(), member.getValue());
              }
            });
    return rest;
  }

  static Set<String> names(JsonNode object) {
    Set<String> names = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }
}
