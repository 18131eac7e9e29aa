// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.generated.update.Mutation.Expected;
import ai.heymilo.generated.update.Sites.Operation;
import ai.heymilo.spec.update.ChangeKind;
import ai.heymilo.spec.update.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Kinds of change of operations and their parameters. */
final class OperationMutations {
  private OperationMutations() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("operation added", OperationMutations::operationAdded),
        Mutation.of("operation removed", OperationMutations::operationRemoved),
        Mutation.of("operation renamed", OperationMutations::operationRenamed),
        Mutation.of("operation named as frameworks do", OperationMutations::frameworkName),
        Mutation.of("operation moved", OperationMutations::operationMoved),
        Mutation.of("operation regrouped", OperationMutations::operationRegrouped),
        Mutation.of("operation deprecated", OperationMutations::operationDeprecated),
        Mutation.of("operation described in other words", OperationMutations::operationReworded),
        Mutation.of("optional parameter added", s -> parameterAdded(s, false, true, SAFE)),
        Mutation.of("first optional parameter added", s -> parameterAdded(s, false, false, SAFE)),
        Mutation.of("required parameter added", s -> parameterAdded(s, true, true, SOURCE)),
        parameter(
            "removed", ChangeKind.REMOVED, SOURCE, (o, p) -> o.parameters().removeIf(p::equals)),
        parameter("required", ChangeKind.REQUIRED, SOURCE, (o, p) -> p.put("required", true)),
        parameter("moved", ChangeKind.MOVED, WIRE, (o, p) -> p.put("in", "header")),
        parameter(
            "of another type",
            ChangeKind.TYPE,
            SOURCE,
            (o, p) -> p.putObject("schema").put("type", "boolean")),
        parameter("limited more", ChangeKind.LIMIT, WIRE, (o, p) -> limit(p, -1)),
        parameter("limited less", ChangeKind.LIMIT, SAFE, (o, p) -> limit(p, 1)),
        parameter(
            "with a default", ChangeKind.DEFAULT, WIRE, (o, p) -> schema(p).put("default", 7)),
        Mutation.of("query parameter renamed", OperationMutations::queryRenamed),
        Mutation.of("arguments change places", OperationMutations::argumentsSwapped),
        Mutation.of("path parameters change places", OperationMutations::pathSwapped),
        Mutation.of("path parameter renamed", OperationMutations::pathParameterRenamed));
  }

  /** Is an optional number in a query, with a limit and a default. */
  private static boolean isLimited(JsonNode parameter) {
    return parameter.path("in").asText().equals("query")
        && !parameter.path("required").asBoolean()
        && parameter.at("/schema/maximum").isNumber()
        && parameter.at("/schema/default").isNumber();
  }

  private static ObjectNode schema(ObjectNode parameter) {
    return (ObjectNode) parameter.path("schema");
  }

  private static void limit(ObjectNode parameter, int by) {
    schema(parameter).put("maximum", schema(parameter).path("maximum").asInt() + by);
  }

  private static Mutation parameter(
      String name, ChangeKind kind, Effect effect, BiConsumer<Operation, ObjectNode> change) {
    return Mutation.of(
        "parameter " + name,
        sites -> {
          Operation operation = sites.operation(o -> o.has(OperationMutations::isLimited));
          ObjectNode parameter = operation.parameter(OperationMutations::isLimited);
          change.accept(operation, parameter);
          return operation.expect(kind, "(" + parameter.path("name").asText() + ")", effect);
        });
  }

  private static Expected operationAdded(Sites sites) {
    String id = "gadget" + (char) ('A' + sites.random.nextInt(26));
    sites.once(id);
    ObjectNode operation = sites.operation(o -> !o.path().contains("{")).node().deepCopy();
    operation.put("operationId", id);
    ((ObjectNode) sites.document.path("paths")).putObject("/" + id).set("get", operation);
    return new Expected(ChangeKind.ADDED, id, SAFE);
  }

  private static ObjectNode item(Sites sites, Operation operation) {
    return (ObjectNode) sites.document.path("paths").path(operation.path());
  }

  private static Expected operationRemoved(Sites sites) {
    // What its body refers to would no longer be sent, if nobody else does.
    Operation operation = sites.operation(o -> !o.node().has("requestBody"));
    item(sites, operation).remove(operation.method());
    return operation.expect(ChangeKind.REMOVED, "", SOURCE);
  }

  private static Expected operationRenamed(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().put("operationId", operation.id() + "Gadget");
    return new Expected(ChangeKind.RENAMED, operation.id(), SOURCE);
  }

  /** The stub keeps its name. */
  private static Expected frameworkName(Sites sites) {
    Operation operation = sites.operation(o -> true);
    String suffix = operation.path().replaceAll("\\W", "_") + "_" + operation.method();
    String id = operation.id();
    operation.node().put("operationId", id + suffix);
    return new Expected(ChangeKind.WORDING, id, SAFE);
  }

  private static Expected operationMoved(Sites sites) {
    Operation operation = sites.operation(o -> true);
    String path = operation.path() + "/gadget";
    JsonNode node = item(sites, operation).remove(operation.method());
    ((ObjectNode) sites.document.path("paths")).putObject(path).set(operation.method(), node);
    return operation.expect(ChangeKind.MOVED, "", WIRE);
  }

  private static Expected operationRegrouped(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().putArray("tags").add("Gadgets");
    return operation.expect(ChangeKind.RENAMED, "", SOURCE);
  }

  private static Expected operationDeprecated(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().put("deprecated", true);
    return operation.expect(ChangeKind.DEPRECATED, "", SAFE);
  }

  private static Expected operationReworded(Sites sites) {
    Operation operation = sites.operation(o -> true);
    operation.node().put("description", operation.node().path("description").asText() + " Anew.");
    return operation.expect(ChangeKind.WORDING, "", SAFE);
  }

  private static Expected parameterAdded(
      Sites sites, boolean required, boolean hasOptional, Effect effect) {
    Predicate<JsonNode> optional =
        p -> p.path("in").asText().equals("query") && !p.path("required").asBoolean();
    Operation operation = sites.operation(o -> o.has(optional) == hasOptional);
    ObjectNode parameter = operation.parameters().addObject();
    parameter.put("name", "gadget").put("in", "query").put("required", required);
    parameter.putObject("schema").put("type", "string");
    return operation.expect(ChangeKind.ADDED, "(gadget)", effect);
  }

  /** An enumeration is named by its parameter, so its type would be renamed as well. */
  private static Expected queryRenamed(Sites sites) {
    Predicate<JsonNode> optional =
        p ->
            p.path("in").asText().equals("query")
                && !p.path("required").asBoolean()
                && p.findValue("enum") == null;
    Operation operation = sites.operation(o -> o.has(optional));
    operation.parameter(optional).put("name", "gadget");
    return operation.expect(ChangeKind.RENAMED, "(gadget)", SOURCE);
  }

  private static boolean hasTwoInPath(Operation operation) {
    return operation.path().matches("[^{]*\\{[^}]*}[^{]*\\{[^{]*")
        && operation.parameters().path(0).path("in").asText().equals("path")
        && operation.parameters().path(1).path("in").asText().equals("path")
        && operation
            .parameters()
            .at("/0/schema/type")
            .equals(operation.parameters().at("/1/schema/type"));
  }

  private static Expected argumentsSwapped(Sites sites) {
    Operation operation = sites.operation(OperationMutations::hasTwoInPath);
    operation.parameters().insert(0, operation.parameters().remove(1));
    return operation.expect(ChangeKind.MOVED, "", WIRE);
  }

  private static Expected pathSwapped(Sites sites) {
    Operation operation = sites.operation(OperationMutations::hasTwoInPath);
    operation.parameters().insert(0, operation.parameters().remove(1));
    String path = operation.path().replaceAll("\\{([^}]*)}(.*)\\{([^}]*)}", "{$3}$2{$1}");
    move(sites, operation, path);
    return operation.expect(ChangeKind.MOVED, "", WIRE);
  }

  private static void move(Sites sites, Operation operation, String path) {
    JsonNode node = item(sites, operation).remove(operation.method());
    ((ObjectNode) sites.document.path("paths"))
        .withObject("/" + path.replace("~", "~0").replace("/", "~1"))
        .set(operation.method(), node);
  }

  private static Expected pathParameterRenamed(Sites sites) {
    Operation operation =
        sites.operation(
            o -> o.has(p -> p.path("in").asText().equals("path")) && item(sites, o).size() == 1);
    ObjectNode parameter = operation.parameter(p -> p.path("in").asText().equals("path"));
    move(
        sites,
        operation,
        operation.path().replace("{" + parameter.path("name").asText() + "}", "{gadget}"));
    parameter.put("name", "gadget");
    return operation.expect(ChangeKind.RENAMED, "(gadget)", SAFE);
  }
}
