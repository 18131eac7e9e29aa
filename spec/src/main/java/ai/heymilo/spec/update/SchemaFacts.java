// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.update.Place.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records the facts of schemas: of the generator's view, and what {@link Written} kept. */
final class SchemaFacts {
  static final String UNKNOWN_UNIT = "unknown unit";

  private static final Pattern LIMIT =
      Pattern.compile(
          "(x-)?(min|max)[A-Z-].*|minimum|maximum|exclusiveM.*|pattern|multipleOf|x-e164|x-email");
  private static final Pattern UNIT =
      Pattern.compile(
          "\\b(nano|micro|milli)?(second|minute|hour|day|week|month|year|byte|percent|cent)s?\\b");
  private static final Set<String> WORDS =
      Set.of("title", "description", "summary", "example", "examples", "externalDocs", "$comment");

  /** What is recorded as a fact, or is part of one. */
  private static final Set<String> RECORDED =
      Set.of(
          "null",
          "below",
          "type",
          "default",
          "format",
          "deprecated",
          "enum",
          "const",
          "discriminator",
          "anyOf",
          "uniqueItems",
          "oneOf",
          "additionalProperties");

  private final Map<String, Place> places;
  private final JsonNode named;
  private final Set<String> published;

  SchemaFacts(Map<String, Place> places, JsonNode named, int publishedSchemas) {
    this.places = places;
    this.named = named;
    this.published =
        Set.copyOf(new ArrayList<>(Snapshot.names(named)).subList(0, publishedSchemas));
  }

  /** Records a named schema and all in it. */
  void named(Place place, String className) {
    String key = "#" + place.name();
    places.put(key, place);
    JsonNode schema = named.path(className);
    place.usedAs("", "\\b" + className + "\\b");
    place.put("class", className);
    place.put("setters", schema.path("x-setters").asBoolean());
    place.put("clearing setters", schema.path("x-clearable").asBoolean());
    describe(place, key, schema, "");
  }

  /** Records what a schema says of a place, and the places in it. */
  void describe(Place place, String key, JsonNode schema, String below) {
    String ref = refName(schema);
    JsonNode target = ref.isEmpty() ? schema : named.path(ref);
    JsonNode own = ref.isEmpty() || published.contains(ref) ? schema : target;
    JsonNode written = schema.has(Written.KEY) ? schema.path(Written.KEY) : own.path(Written.KEY);
    place.put("type", javaType(schema));
    place.put("written type", written.path("type"));
    place.put("null", written.path("null").asBoolean());
    place.put("constant", schema.path("x-const"));
    place.put("written by the client", schema.path("x-const-java"));
    place.put("without a setter", schema.path("x-exclusive").asBoolean());
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (LIMIT.matcher(keyword.getKey()).matches()) {
        place.put("limit " + keyword.getKey(), keyword.getValue());
      } else if (keyword.getKey().startsWith("x-unix")) {
        place.put("time", keyword.getKey().substring(2));
      }
    }
    place.put("limit uniqueItems", written.path("uniqueItems").asBoolean());
    place.put(
        "values", schema.has("x-own-values") ? schema.path("x-own-values") : schema.path("enum"));
    place.put("constants", constants(target));
    place.put("variants", variants(target, written));
    place.put("unit", unit(schema, written));
    place.put("default", written.path("default"));
    place.put("format", written.path("format"));
    place.put("deprecated", written.path("deprecated").asBoolean());
    place.put("closed", written.path("additionalProperties").toString().equals("false"));
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    ObjectNode other = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> keyword : written.properties()) {
      if (WORDS.contains(keyword.getKey()) || keyword.getKey().startsWith("x-")) {
        words.set(keyword.getKey(), keyword.getValue());
      } else if (!RECORDED.contains(keyword.getKey())
          && !LIMIT.matcher(keyword.getKey()).matches()) {
        other.set(keyword.getKey(), keyword.getValue());
      }
    }
    place.put("words", words);
    place.put("other", other);
    parts(place, key, own, below + written.path("below").asText());
  }

  private void parts(Place place, String key, JsonNode schema, String below) {
    Set<String> required = texts(schema.path("required"));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      Place field =
          place.within(
              key, Kind.FIELD, name, "." + name, below + "/properties/" + Snapshot.escaped(name));
      boolean plain =
          !required.contains(name)
              && !property.getValue().has("x-const-java")
              && !property.getValue().has("x-exclusive");
      boolean nullable = property.getValue().path("nullable").asBoolean();
      field.put("required", required.contains(name));
      field.put("plain setter", plain && schema.has("x-setters"));
      field.put("clearing", plain && nullable && schema.has("x-clearable"));
      String java = property.getValue().path("x-java-name").asText();
      String suffix = property.getValue().path("x-java-suffix").asText();
      field.usedAs(
          place.fact("class").asText(place.fact("type").asText()),
          "(\\.|::)("
              + java
              + "|get"
              + suffix
              + "|clear"
              + suffix
              + ")\\b|\""
              + Pattern.quote(name)
              + "\"");
      places.put(key + "." + name, field);
      describe(field, key + "." + name, property.getValue(), "");
    }
    for (String part : List.of("items", "additionalProperties")) {
      if (schema.path(part).isObject()) {
        String sign = part.equals("items") ? "[]" : "{}";
        Place of = place.within(key, Kind.PART, sign, sign, below + "/" + part);
        of.usedAs(place.owner(), place.uses());
        places.put(key + sign, of);
        describe(of, key + sign, schema.path(part), "");
      }
    }
  }

  /** Returns the constants of an open enumeration, by value. */
  private static JsonNode constants(JsonNode type) {
    ObjectNode constants = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < type.path("enum").size(); i++) {
      constants.set(type.path("enum").get(i).asText(), type.path("x-enum-varnames").path(i));
    }
    return constants;
  }

  private static JsonNode variants(JsonNode target, JsonNode written) {
    ArrayNode variants = JsonNodeFactory.instance.arrayNode();
    // By class: which value means it is the constant of its own property.
    for (Map.Entry<String, JsonNode> one : target.at("/discriminator/mapping").properties()) {
      variants.add(one.getValue().asText().replaceAll(".*/", ""));
    }
    if (variants.isEmpty()) {
      List.of("anyOf", "uniqueItems", "oneOf")
          .forEach(union -> written.path(union).forEach(variants::add));
    }
    return variants;
  }

  /**
   * Returns the unit that a number is in, by the words; Unix time is in seconds if they are silent.
   */
  private static JsonNode unit(JsonNode schema, JsonNode written) {
    String type = schema.path("type").asText();
    boolean time = schema.path("format").asText().startsWith("unix");
    Matcher unit = UNIT.matcher(written.path("description").asText());
    if (!time && !type.equals("number") && !type.equals("integer")) {
      return written.path("");
    }
    return JsonNodeFactory.instance.textNode(
        unit.find() ? unit.group().replaceAll("s$", "") : time ? "second" : UNKNOWN_UNIT);
  }

  /** Returns the Java type that the templates give a schema. */
  String javaType(JsonNode schema) {
    String ref = refName(schema);
    if (!ref.isEmpty()) {
      JsonNode target = named.path(ref);
      boolean alias = !target.has("properties") && !target.has("enum") && !target.has("x-union");
      return alias ? javaType(target) : ref;
    }
    JsonNode values = schema.path("additionalProperties");
    String type = schema.path("type").asText();
    String format = schema.path("format").asText();
    switch (type) {
      case "array":
        return "List<" + javaType(schema.path("items")) + ">";
      case "string":
        return format.equals("date-time")
            ? "Instant"
            : format.equals("raw-body")
                ? "RawBody"
                : format.equals("raw-bytes") ? "byte[]" : "String";
      case "integer":
        return format.equals("int64") ? "Long" : "Integer";
      case "number":
        return format.startsWith("unix") ? "Instant" : "Double";
      case "boolean":
        return "Boolean";
      default:
        return values.isObject()
            ? "Map<String, " + javaType(values) + ">"
            : schema.has("properties")
                ? "object"
                : values.asBoolean() ? "Map<String, Object>" : "Object";
    }
  }

  /**
   * Returns the name of the schema that a schema refers to, alone or with words beside; or nothing.
   */
  static String refName(JsonNode schema) {
    JsonNode inner = schema.path("allOf").size() == 1 ? schema.path("allOf").get(0) : schema;
    String ref = inner.path("$ref").asText();
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  private static Set<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return Set.copyOf(texts);
  }
}
