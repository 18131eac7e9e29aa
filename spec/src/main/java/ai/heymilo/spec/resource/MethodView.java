// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import ai.heymilo.spec.resource.ResourceOperation.Answer;
import ai.heymilo.spec.resource.ResourceOperation.Body;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the templates are told of one method. */
final class MethodView {
  /** Names that the templates use in methods. */
  private static final Set<String> OURS = Set.of("body", "client", "more", "params");

  private final ObjectNode node = JsonNodeFactory.instance.objectNode();
  private final JavaTypes types;
  private final List<String> arguments = new ArrayList<>();
  private final List<String> checked = new ArrayList<>();

  MethodView(JavaTypes types, ObjectNode view, ObjectNode in, ResourceOperation one) {
    this.types = types;
    String api = in.path("x-api").asText();
    String camel = in.path("x-method").asText();
    node.put("name", one.name())
        .put("hidden", one.isHidden())
        .put("operation", one.operationId())
        .put("javadoc", sentence(in.path("x-javadoc").asText(), one))
        .put("api", api)
        .put("constant", api + "." + in.path("x-constant").asText())
        .put("call", api + "." + camel + "Call")
        .put("writes", one.retry() != ResourceOperation.Retry.READ)
        .put("finds", in.path("responses").has("404"));
    parameters(in, one, api + "." + Words.upperCamel(List.of(camel)) + "Params");
    body(view, in, one);
    if (in.path("x-limited").asBoolean()) {
      checked.add(0, api + "." + camel + "Violations(" + String.join(", ", arguments) + ")");
    }
    if (node.path("query").isTextual()) {
      arguments.add("params");
      checked.add("params.violations()");
    } else {
      node.put("query", false);
    }
    answer(in, one);
    ArrayNode list = node.putArray("arguments");
    arguments.forEach(list::add);
    node.put("checked", String.join(", ", checked)).put("checks", !checked.isEmpty());
    boolean required = !node.path("required").isEmpty();
    boolean body = node.path("body").asBoolean();
    node.put("comma", required && body).put("given", required || body);
  }

  ObjectNode node() {
    return node;
  }

  private static String sentence(String javadoc, ResourceOperation one) {
    String words = javadoc.isBlank() ? "Calls <code>" + one.operationId() + "</code>." : javadoc;
    return words.endsWith(".") || words.endsWith(">") ? words : words + ".";
  }

  /** Required parameters are arguments, in the stub's order; optional ones are set by a lambda. */
  private void parameters(ObjectNode in, ResourceOperation one, String params) {
    ArrayNode required = node.putArray("required");
    List<String> inPath = PathTree.parameters(one.path());
    List<String> ids = one.resource().pathIds();
    JsonNode body = in.path("requestBody");
    boolean optional = body.isObject() && !body.path("required").asBoolean();
    for (JsonNode parameter : in.path("parameters")) {
      String type = types.of(parameter.path("schema"));
      int place =
          parameter.path("in").asText().equals("path")
              ? inPath.indexOf(parameter.path("name").asText())
              : ids.size();
      if (place < ids.size()) {
        arguments.add(types.parsed(type, Words.lowerCamel(Words.of(ids.get(place)))));
      } else if (parameter.path("required").asBoolean()) {
        String java = parameter.path("x-java-name").asText();
        String name = OURS.contains(java) ? java + "Value" : java;
        required
            .addObject()
            .put("name", name)
            .put("type", type)
            .put("javadoc", parameter.path("x-javadoc").asText());
        arguments.add(name);
      } else {
        optional = true;
      }
    }
    if (optional) {
      node.put("query", params);
    }
  }

  private void body(ObjectNode view, ObjectNode in, ResourceOperation one) {
    JsonNode sent = in.path("requestBody");
    JsonNode schema = sent.at("/content/application~1json/schema");
    boolean given = one.body() != Body.NONE && sent.path("required").asBoolean();
    String type = given ? types.of(schema) : "";
    String object = given ? types.classOf(schema) : "";
    JsonNode named = view.path("components").path("schemas").path(object);
    boolean built = !object.isEmpty() && named.has("properties");
    node.put("body", given).put("bodyType", type);
    node.put("builder", built && !one.isHidden() ? types.named(object) + ".Builder" : "")
        .put("built", built && !one.isHidden());
    boolean patch = one.httpMethod().equals("PATCH") && built;
    node.put("patch", patch);
    if (built) {
      markBuilder((ObjectNode) named);
      checked.add(patch ? "Calls.changed(" + node.path("constant").asText() + ", body)" : "body");
    }
    if (given) {
      arguments.add("body");
    }
  }

  /** Marks a schema that has a builder, and the properties that only a builder has setters of. */
  static void markBuilder(ObjectNode schema) {
    schema.put("x-builder", true);
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (required.contains(property.getKey()) || property.getValue().has("x-exclusive")) {
        ((ObjectNode) property.getValue()).put("x-of-builder", true);
      }
    }
  }

  private void answer(ObjectNode in, ResourceOperation one) {
    JsonNode body = in.path("");
    for (Map.Entry<String, JsonNode> status : in.path("responses").properties()) {
      if (body.isMissingNode() && status.getKey().startsWith("2")) {
        body = status.getValue().at("/content/application~1json");
      }
    }
    String whole = one.answer() == Answer.JSON ? types.ofBody(body) : "";
    JsonNode data = types.propertyOfBody(body, "data");
    boolean unwraps = one.unwrapsData() && data.isObject();
    boolean paged = one.paging().isPresent();
    node.put("paged", paged)
        .put("binary", one.answer() == Answer.BYTES)
        .put("redirect", one.answer() == Answer.REDIRECT)
        .put("nothing", one.answer() == Answer.NOTHING)
        .put("whole", one.answer() == Answer.JSON && !unwraps)
        .put("data", unwraps && !paged)
        .put("answer", whole)
        .put("list", one.isList())
        .put("cursor", one.paging().map(Paging::cursor).orElse(""));
    String type =
        paged
            ? types.of(data.path("items"))
            : unwraps ? types.of(data) : one.answer() == Answer.JSON ? whole : other(one.answer());
    node.put("type", type);
  }

  private static String other(Answer answer) {
    return answer == Answer.BYTES ? "RawBody" : answer == Answer.REDIRECT ? "URI" : "Void";
  }
}
