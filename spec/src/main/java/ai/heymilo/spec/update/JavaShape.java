// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.derive.GeneratorView;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What callers see of the Java made of a document, by what it is made of. */
final class JavaShape {
  /** A parameter that no stub has: the client sends it by itself. */
  static final String SET_ONCE = "set once for a client";

  private final Map<String, String> members = new LinkedHashMap<>();

  private JavaShape() {}

  /** Derives the view of a document: its schemas begin with the published ones, in their order. */
  static JavaShape of(JsonNode published) {
    JsonNode view = GeneratorView.derive(published);
    JavaShape shape = new JavaShape();
    Iterator<String> names = Published.names(new Published(published).schemas()).iterator();
    for (Map.Entry<String, JsonNode> schema :
        view.path("components").path("schemas").properties()) {
      if (!names.hasNext()) {
        break;
      }
      shape.schema(names.next(), schema.getKey(), schema.getValue());
    }
    for (PublishedOperation operation : new Published(published).operations()) {
      operation
          .parameters()
          .values()
          .forEach(one -> shape.members.put(operation.id() + "(" + one.name() + ")", SET_ONCE));
    }
    for (PublishedOperation operation : new Published(view).operations()) {
      String id = operation.node().path("x-operation-id").asText(operation.id());
      shape.members.put(id, signature(operation.node()));
      operation
          .parameters()
          .values()
          .forEach(one -> shape.members.put(id + "(" + one.name() + ")", "given with each call"));
    }
    return shape;
  }

  Map<String, String> members() {
    return members;
  }

  private void schema(String published, String className, JsonNode schema) {
    members.put(
        published,
        className
            + (schema.path("x-request").asBoolean() ? ", which is sent" : ", which is read only"));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode value = property.getValue();
      members.put(
          published + "." + property.getKey(),
          type(value)
              + (value.path("nullable").asBoolean() ? " or null" : "")
              + (value.has("x-const-java") ? ", constant" : "")
              + (value.has("x-exclusive") ? ", without a setter of builders" : "")
              + worded(value));
    }
  }

  /** Limits that the rules take from words. */
  private static String worded(JsonNode value) {
    StringBuilder limits = new StringBuilder();
    for (String keyword : List.of("x-email", "x-e164", "x-max-key-length", "x-max-value-length")) {
      if (value.has(keyword)) {
        limits.append(", checked by ").append(keyword.substring(2));
      }
    }
    return limits.toString();
  }

  private static String type(JsonNode schema) {
    JsonNode inner = schema.path("allOf").size() == 1 ? schema.path("allOf").get(0) : schema;
    String ref = inner.path("$ref").asText();
    if (!ref.isEmpty()) {
      return ref.substring(ref.lastIndexOf('/') + 1);
    }
    if (inner.path("type").asText().equals("array")) {
      return "list of " + type(inner.path("items"));
    }
    if (inner.path("additionalProperties").isObject()) {
      return "map of " + type(inner.path("additionalProperties"));
    }
    String format = inner.path("format").asText();
    String type = inner.path("type").asText("any value");
    return format.equals("date-time") || format.equals("int64") || format.equals("unix-time")
        ? type + " (" + format + ")"
        : type;
  }

  private static String signature(JsonNode operation) {
    // What is optional is in an overload, so that it may come and grow.
    List<String> arguments = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("required").asBoolean()) {
        arguments.add(type(parameter.path("schema")));
      }
    }
    JsonNode body = operation.path("requestBody");
    if (body.path("required").asBoolean()) {
      arguments.add(type(body.path("content").path("application/json").path("schema")));
    }
    String answer = "";
    for (Map.Entry<String, JsonNode> status : operation.path("responses").properties()) {
      if (answer.isEmpty() && status.getKey().startsWith("2")) {
        answer = type(status.getValue().path("content").path("application/json").path("schema"));
      }
    }
    String name =
        operation.path("tags").path(0).asText() + "." + operation.path("x-method").asText();
    return name + "(" + String.join(", ", arguments) + "): " + answer;
  }
}
