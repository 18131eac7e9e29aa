// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;

/** The Java types that the generated client has for the schemas of the generator's view. */
final class JavaTypes {
  private static final String REF = "#/components/schemas/";

  private final JsonNode view;
  private final Set<String> resources;

  /** Creates types for code in which resources have these simple names. */
  JavaTypes(JsonNode view, Set<String> resources) {
    this.view = view;
    this.resources = resources;
  }

  /** Returns the name of a class of the API's objects, qualified where it means another class. */
  String named(String object) {
    return resources.contains(object) || ClassNames.isTaken(object)
        ? "ai.heymilo.generated.model." + object
        : object;
  }

  /** Returns the class of the object that a schema is, or "" if it is none. */
  String classOf(JsonNode schema) {
    String ref = schema.path("$ref").asText();
    if (ref.isEmpty() && schema.path("allOf").size() == 1) {
      return classOf(schema.path("allOf").get(0));
    }
    if (!ref.startsWith(REF)) {
      return "";
    }
    String name = ref.substring(REF.length());
    JsonNode named = view.path("components").path("schemas").path(name);
    boolean isClass =
        named.has("enum") || named.has("oneOf") || !named.path("properties").isEmpty();
    return isClass || isEmptyObject(named) ? name : classOf(named);
  }

  /** Returns a property of the object that a schema is; missing if it has none of that name. */
  JsonNode property(JsonNode schema, String name) {
    return view.path("components")
        .path("schemas")
        .path(classOf(schema))
        .path("properties")
        .path(name);
  }

  /**
   * Returns a property of the body of an answer, with the argument of a generic one in its place;
   * missing if it has none of that name.
   */
  JsonNode propertyOfBody(JsonNode body, String name) {
    JsonNode property = property(body.path("schema"), name);
    JsonNode argument = body.path("x-argument");
    switch (property.path("x-generic").asText()) {
      case "T":
        return argument;
      case "List<T>":
        return JsonNodeFactory.instance.objectNode().put("type", "array").set("items", argument);
      default:
        return property;
    }
  }

  /** Returns the type of the body of an answer. */
  String ofBody(JsonNode body) {
    String type = of(body.path("schema"));
    return body.has("x-argument") ? type + "<" + of(body.path("x-argument")) + ">" : type;
  }

  private static boolean isEmptyObject(JsonNode schema) {
    return schema.path("type").asText().equals("object")
        && schema.path("properties").isObject()
        && !schema.path("additionalProperties").isObject();
  }

  /** Returns the type of a value in a list, a map or a return type. */
  String of(JsonNode schema) {
    String object = classOf(schema);
    if (!object.isEmpty()) {
      return named(object);
    }
    JsonNode plain = schema;
    for (int depth = 0; plain.has("$ref") || plain.path("allOf").size() == 1; depth++) {
      plain =
          plain.has("$ref")
              ? view.at(plain.path("$ref").asText().substring(1))
              : plain.path("allOf").get(0);
      if (depth > 20) {
        return "Object";
      }
    }
    String format = plain.path("format").asText();
    switch (plain.path("type").asText()) {
      case "array":
        return (plain.path("uniqueItems").asBoolean() ? "Set<" : "List<")
            + of(plain.path("items"))
            + ">";
      case "boolean":
        return "Boolean";
      case "integer":
        return format.equals("int64") ? "Long" : "Integer";
      case "number":
        return format.startsWith("unix") ? "Instant" : "Double";
      case "string":
        return ofString(format);
      default:
        return plain.path("additionalProperties").isObject()
            ? "Map<String, " + of(plain.path("additionalProperties")) + ">"
            : plain.path("type").asText().equals("object") || plain.has("additionalProperties")
                ? "Map<String, @Nullable Object>"
                : "Object";
    }
  }

  /** Returns what makes a value of a type from a string. */
  String parsed(String type, String text) {
    switch (type) {
      case "String":
        return text;
      case "Boolean":
      case "Double":
      case "Integer":
      case "Long":
        return type + ".valueOf(" + text + ")";
      case "Instant":
        return "Instant.parse(" + text + ")";
      default:
        return type + ".of(" + text + ")"; // an open enumeration
    }
  }

  private static String ofString(String format) {
    switch (format) {
      case "date-time":
        return "Instant";
      case "raw-bytes":
        return "byte[]";
      case "raw-body":
        return "RawBody";
      default:
        return "String";
    }
  }
}
