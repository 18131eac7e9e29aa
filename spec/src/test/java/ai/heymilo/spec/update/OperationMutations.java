// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.NONE;
import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.spec.update.Sites.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;

/** Kinds of change of operations, parameters, bodies and answers, and of the whole document. */
final class OperationMutations {
  private OperationMutations() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("operation added", OperationMutations::operationAdded),
        Mutation.of("operation removed", OperationMutations::operationRemoved),
        Mutation.of("operation renamed", OperationMutations::operationRenamed),
        Mutation.of("operation moved", OperationMutations::operationMoved),
        Mutation.of("operation regrouped", OperationMutations::operationRegrouped),
        Mutation.of("operation deprecated", OperationMutations::operationDeprecated),
        Mutation.of("operation described otherwise", OperationMutations::operationReworded),
        Mutation.of("optional parameter added", s -> parameterAdded(s, false, true, SAFE)),
        Mutation.of("first optional parameter added", s -> parameterAdded(s, false, false, SAFE)),
        Mutation.of("required parameter added", s -> parameterAdded(s, true, true, SOURCE)),
        parameter("parameter removed", ChangeKind.PARAMETER_REMOVED, SOURCE, Operations::remove),
        parameter(
            "parameter required", ChangeKind.REQUIRED, SOURCE, (o, p) -> p.put("required", true)),
        parameter(
            "parameter moved", ChangeKind.PARAMETER_MOVED, WIRE, (o, p) -> p.put("in", "header")),
        parameter(
            "parameter type", ChangeKind.TYPE, SOURCE, (o, p) -> schema(p).put("type", "string")),
        parameter(
            "parameter limit lowered",
            ChangeKind.LIMIT_TIGHTENED,
            WIRE,
            (o, p) -> schema(p).put("maximum", 50)),
        parameter(
            "parameter limit raised",
            ChangeKind.LIMIT_LOOSENED,
            SAFE,
            (o, p) -> schema(p).put("maximum", 500)),
        parameter(
            "parameter default", ChangeKind.DEFAULT, WIRE, (o, p) -> schema(p).put("default", 7)),
        Mutation.of("arguments change places", OperationMutations::argumentsSwapped),
        Mutation.of("path parameter renamed", OperationMutations::pathParameterRenamed),
        Mutation.of("body added", s -> bodyAdded(s, true, SOURCE)),
        Mutation.of("optional body added", s -> bodyAdded(s, false, SAFE)),
        Mutation.of("body removed", OperationMutations::bodyRemoved),
        Mutation.of("body optional", OperationMutations::bodyOptional),
        Mutation.of("media type added", OperationMutations::mediaTypeAdded),
        new Mutation("media type replaced", OperationMutations::mediaTypeReplaced),
        Mutation.of("status added", OperationMutations::statusAdded),
        Mutation.of("success with another body added", OperationMutations::successAdded),
        Mutation.of("failure removed", OperationMutations::failureRemoved),
        new Mutation("success has another status", OperationMutations::successChanged),
        Mutation.of("answer has another schema", OperationMutations::answerChanged),
        Mutation.of("access changed", OperationMutations::access),
        Mutation.of("way of access removed", OperationMutations::schemeChanged),
        Mutation.of("server moved", OperationMutations::server),
        Mutation.of("server offered", OperationMutations::serverOffered),
        Mutation.of("version", OperationMutations::version),
        Mutation.of("document described otherwise", OperationMutations::documentReworded));
  }

  /** What a mutation does to the parameters of an operation. */
  private static final class Operations {
    static void remove(Operation operation, ObjectNode parameter) {
      operation.parameters().removeIf(parameter::equals);
    }
  }

  private static boolean isLimit(JsonNode parameter) {
    return parameter.path("name").asText().equals("limit");
  }

  private static ObjectNode schema(ObjectNode parameter) {
    return (ObjectNode) parameter.path("schema");
  }

  private static Mutation parameter(
      String name, ChangeKind kind, Effect effect, BiConsumer<Operation, ObjectNode> change) {
    return Mutation.of(
        name,
        sites -> {
          Operation operation = sites.operation(o -> o.has(OperationMutations::isLimit));
          change.accept(operation, operation.parameter(OperationMutations::isLimit));
          return operation.expect(kind, "(limit)", effect, NONE);
        });
  }

  private static Expected operationAdded(Sites sites) {
    String id = "gadget" + sites.random.nextInt(1000);
    sites.once(id);
    ObjectNode operation = sites.operation(o -> !o.path().contains("{")).node().deepCopy();
    operation.put("operationId", id);
    ((ObjectNode) sites.document.path("paths")).putObject("/api/v2/" + id).set("get", operation);
    return new Expected(ChangeKind.OPERATION_ADDED, id, SAFE, SAFE);
  }

  private static ObjectNode item(Sites sites, Operation operation) {
    return (ObjectNode) sites.document.path("paths").path(operation.path());
  }

  private static Expected operationRemoved(Sites sites) {
    Operation operation = sites.operation(o -> true);
    item(sites, operation).remove(operation.method());
    return operation.expect(ChangeKind.OPERATION_REMOVED, "", SOURCE, SOURCE);
  }

  private static Expected operationRenamed(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().put("operationId", operation.id() + "Gadget");
    return operation.expect(ChangeKind.OPERATION_RENAMED, "", SOURCE, NONE);
  }

  private static Expected operationMoved(Sites sites) {
    Operation operation = sites.operation(o -> true);
    String path = operation.path() + "/gadget";
    JsonNode node = item(sites, operation).remove(operation.method());
    ((ObjectNode) sites.document.path("paths")).putObject(path).set(operation.method(), node);
    return operation.expect(ChangeKind.OPERATION_MOVED, "", WIRE, NONE);
  }

  private static Expected operationRegrouped(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().putArray("tags").add("Gadgets");
    return operation.expect(ChangeKind.OPERATION_REGROUPED, "", SOURCE, NONE);
  }

  private static Expected operationDeprecated(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().put("deprecated", true);
    return operation.expect(ChangeKind.DEPRECATED, "", SAFE, SAFE);
  }

  private static Expected operationReworded(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().put("description", "Anew.");
    return operation.expect(ChangeKind.WORDING, "", SAFE, SAFE);
  }

  private static Expected parameterAdded(
      Sites sites, boolean required, boolean hasOptional, Effect effect) {
    Operation operation = sites.operation(o -> o.has(OperationMutations::isLimit) == hasOptional);
    ObjectNode parameter = operation.parameters().addObject();
    parameter.put("name", "gadget").put("in", "query").put("required", required);
    parameter.putObject("schema").put("type", "string");
    return operation.expect(ChangeKind.PARAMETER_ADDED, "(gadget)", effect, NONE);
  }

  private static Expected argumentsSwapped(Sites sites) {
    Operation operation = sites.operation(o -> o.path().matches(".*\\{.*\\{.*"));
    operation.parameters().insert(0, operation.parameters().remove(1));
    return operation.expect(ChangeKind.PARAMETER_MOVED, "", SOURCE, NONE);
  }

  private static Expected pathParameterRenamed(Sites sites) {
    Operation operation = sites.operation(o -> o.path().contains("{posting_id}"));
    JsonNode node = item(sites, operation).remove(operation.method());
    String path = operation.path().replace("{posting_id}", "{gadget}");
    ((ObjectNode) sites.document.path("paths"))
        .withObject("/" + path.replace("/", "~1"))
        .set(operation.method(), node);
    operation.parameter(p -> p.path("name").asText().equals("posting_id")).put("name", "gadget");
    return operation.expect(ChangeKind.PARAMETER_RENAMED, "(gadget)", SAFE, NONE);
  }

  private static Expected bodyAdded(Sites sites, boolean required, Effect effect) {
    Operation operation = sites.operation(o -> !o.node().has("requestBody"));
    operation
        .node()
        .putObject("requestBody")
        .put("required", required)
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/MetadataRequest");
    return operation.expect(ChangeKind.BODY_ADDED, " body", effect, NONE);
  }

  private static Operation withBody(Sites sites) {
    return sites.operation(o -> o.node().has("requestBody"));
  }

  private static Expected bodyRemoved(Sites sites) {
    Operation operation = withBody(sites);
    operation.node().remove("requestBody");
    return operation.expect(ChangeKind.BODY_REMOVED, " body", SOURCE, NONE);
  }

  private static Expected bodyOptional(Sites sites) {
    Operation operation = withBody(sites);
    ((ObjectNode) operation.node().path("requestBody")).put("required", false);
    return operation.expect(ChangeKind.OPTIONAL, " body", SOURCE, NONE);
  }

  private static Expected mediaTypeAdded(Sites sites) {
    Operation operation = withBody(sites);
    ((ObjectNode) operation.node().at("/requestBody/content")).putObject("text/csv");
    return operation.expect(ChangeKind.MEDIA_TYPE_ADDED, " body text/csv", SAFE, NONE);
  }

  private static List<Expected> mediaTypeReplaced(Sites sites) {
    Operation operation = withBody(sites);
    ((ObjectNode) operation.node().path("requestBody")).putObject("content").putObject("text/csv");
    return List.of(
        operation.expect(ChangeKind.MEDIA_TYPE_REMOVED, " body application/json", SOURCE, NONE),
        operation.expect(ChangeKind.MEDIA_TYPE_ADDED, " body text/csv", SAFE, NONE));
  }

  private static ObjectNode answers(Operation operation) {
    return (ObjectNode) operation.node().path("responses");
  }

  private static Expected statusAdded(Sites sites) {
    Operation operation = sites.operation(o -> true);
    answers(operation).putObject("499").put("description", "Conflict.");
    return operation.expect(ChangeKind.STATUS_ADDED, " 499", NONE, SAFE);
  }

  private static Expected successAdded(Sites sites) {
    Operation operation = sites.operation(o -> true);
    answers(operation).putObject("299").put("description", "Nothing.");
    return operation.expect(ChangeKind.STATUS_ADDED, " 299", NONE, WIRE);
  }

  private static Expected failureRemoved(Sites sites) {
    Operation operation = sites.operation(o -> true);
    answers(operation).remove("429");
    return operation.expect(ChangeKind.STATUS_REMOVED, " 429", NONE, SAFE);
  }

  private static List<Expected> successChanged(Sites sites) {
    Operation operation = sites.operation(o -> o.node().path("responses").has("200"));
    answers(operation).set("289", answers(operation).remove("200"));
    return List.of(
        operation.expect(ChangeKind.STATUS_REMOVED, " 200", NONE, SOURCE),
        operation.expect(ChangeKind.STATUS_ADDED, " 289", NONE, SAFE));
  }

  private static Expected answerChanged(Sites sites) {
    Operation operation = sites.operation(o -> o.node().path("responses").has("200"));
    ObjectNode schema =
        (ObjectNode) operation.node().at("/responses/200/content/application~1json/schema");
    schema.put("$ref", "#/components/schemas/PaginationMeta");
    return operation.expect(ChangeKind.TYPE, " 200", NONE, SOURCE);
  }

  private static Expected access(Sites sites) {
    sites.once("security");
    ((ArrayNode) sites.document.path("security")).removeAll().addObject().putArray("OAuth");
    return new Expected(ChangeKind.SECURITY, "document", WIRE, NONE);
  }

  private static Expected schemeChanged(Sites sites) {
    sites.once("schemes");
    ObjectNode schemes = (ObjectNode) sites.document.at("/components/securitySchemes");
    String name = schemes.fieldNames().next();
    schemes.remove(name);
    return new Expected(ChangeKind.SECURITY, name, WIRE, NONE);
  }

  private static Expected server(Sites sites) {
    sites.once("servers");
    ((ObjectNode) sites.document.at("/servers/0")).put("url", "https://api.example.org");
    return new Expected(ChangeKind.SERVER, "document", WIRE, NONE);
  }

  private static Expected serverOffered(Sites sites) {
    sites.once("servers");
    ((ArrayNode) sites.document.path("servers")).addObject().put("url", "https://eu.example.org");
    return new Expected(ChangeKind.SERVER, "document", SAFE, NONE);
  }

  private static Expected version(Sites sites) {
    sites.once("version");
    ((ObjectNode) sites.document.path("info")).put("version", "0.0.0-gadget");
    return new Expected(ChangeKind.VERSION, "document", SAFE, SAFE);
  }

  private static Expected documentReworded(Sites sites) {
    sites.once("title");
    ((ObjectNode) sites.document.path("info")).put("title", "Anew");
    return new Expected(ChangeKind.WORDING, "document", SAFE, SAFE);
  }
}
