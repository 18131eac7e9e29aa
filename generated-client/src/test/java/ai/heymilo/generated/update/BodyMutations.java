// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import ai.heymilo.generated.update.Mutation.Expected;
import ai.heymilo.generated.update.Sites.Operation;
import ai.heymilo.generated.update.Sites.Schema;
import ai.heymilo.spec.update.ChangeKind;
import ai.heymilo.spec.update.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Kinds of change of bodies and answers, and of the whole document. */
final class BodyMutations {
  private static final String REF = "#/components/schemas/";

  private BodyMutations() {}

  static List<Mutation> all() {
    return List.of(
        Mutation.of("body added", s -> bodyAdded(s, true, SOURCE)),
        Mutation.of("optional body added", s -> bodyAdded(s, false, SAFE)),
        Mutation.of("body removed", BodyMutations::bodyRemoved),
        Mutation.of("body optional", BodyMutations::bodyOptional),
        Mutation.of("media type added", BodyMutations::mediaTypeAdded),
        new Mutation("status added", s -> List.of(status(s, "499", false, SAFE))),
        new Mutation("success with another body", s -> List.of(status(s, "299", true, WIRE))),
        Mutation.of("failure removed", BodyMutations::failureRemoved),
        new Mutation("success has another status", BodyMutations::successChanged),
        Mutation.of("answer has another schema", BodyMutations::answerChanged),
        Mutation.of("access changed", BodyMutations::access),
        Mutation.of("way of access removed", BodyMutations::schemeRemoved),
        Mutation.of("server moved", BodyMutations::server),
        Mutation.of("version", BodyMutations::version),
        Mutation.of("document described in other words", BodyMutations::documentReworded));
  }

  private static Expected bodyAdded(Sites sites, boolean required, Effect effect) {
    Schema sent = sites.schema(s -> s.isSent() && !s.isRead() && s.hasFields());
    Operation operation = sites.operation(o -> !o.node().has("requestBody"));
    ObjectNode body = operation.node().putObject("requestBody").put("required", required);
    body.putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", REF + sent.name());
    return operation.expect(ChangeKind.ADDED, " body", effect);
  }

  private static Operation withBody(Sites sites) {
    return sites.operation(o -> o.node().at("/requestBody/required").asBoolean());
  }

  private static Expected bodyRemoved(Sites sites) {
    Operation operation = withBody(sites);
    operation.node().remove("requestBody");
    return operation.expect(ChangeKind.REMOVED, " body", SOURCE);
  }

  private static Expected bodyOptional(Sites sites) {
    Operation operation = withBody(sites);
    ((ObjectNode) operation.node().path("requestBody")).put("required", false);
    return operation.expect(ChangeKind.REQUIRED, " body", SOURCE);
  }

  private static Expected mediaTypeAdded(Sites sites) {
    Operation operation =
        sites.operation(o -> o.node().at("/requestBody/content").has("application/json"));
    ((ObjectNode) operation.node().at("/requestBody/content")).putObject("text/csv");
    return operation.expect(ChangeKind.MEDIA_TYPE, " body", SAFE);
  }

  private static Expected status(Sites sites, String status, boolean another, Effect effect) {
    Operation operation =
        sites.operation(
            o -> another == o.responses().at("/200/content/application~1json").isObject());
    ObjectNode answer = operation.responses().putObject(status).put("description", "New.");
    if (another) {
      answer.putObject("content").putObject("text/csv");
    }
    return operation.expect(ChangeKind.ADDED, " " + status, effect);
  }

  private static Expected failureRemoved(Sites sites) {
    Operation operation = sites.operation(o -> o.responses().has("422"));
    operation.responses().remove("422");
    return operation.expect(ChangeKind.REMOVED, " 422", SAFE);
  }

  private static List<Expected> successChanged(Sites sites) {
    Operation operation = sites.operation(o -> o.responses().has("200"));
    operation.responses().set("289", operation.responses().remove("200"));
    return List.of(
        operation.expect(ChangeKind.REMOVED, " 200", WIRE),
        operation.expect(ChangeKind.ADDED, " 289", SAFE));
  }

  private static Expected answerChanged(Sites sites) {
    String at = "/responses/200/content/application~1json/schema";
    Operation operation = sites.operation(o -> o.node().at(at).has("$ref"));
    Schema other =
        sites.schema(
            s ->
                s.hasFields()
                    && !s.isSent()
                    && sites.isReferredTo(s.name())
                    && !operation.node().at(at + "/$ref").asText().equals(REF + s.name()));
    ((ObjectNode) operation.node().at(at)).put("$ref", REF + other.name());
    return operation.expect(ChangeKind.TYPE, "", SOURCE);
  }

  private static Expected access(Sites sites) {
    sites.once("security");
    ((ArrayNode) sites.document.path("security")).removeAll().addObject().putArray("OAuth");
    return new Expected(ChangeKind.ACCESS, "document", WIRE);
  }

  private static Expected schemeRemoved(Sites sites) {
    sites.once("schemes");
    JsonNode schemes = sites.document.at("/components/securitySchemes");
    List<String> names =
        StreamSupport.stream(((Iterable<String>) schemes::fieldNames).spliterator(), false)
            .filter(name -> !schemes.path(name).path("in").asText().equals("header"))
            .toList();
    String name = sites.pick(names);
    ((ObjectNode) schemes).remove(name);
    return new Expected(ChangeKind.REMOVED, name, WIRE);
  }

  private static Expected server(Sites sites) {
    sites.once("servers");
    ((ObjectNode) sites.document.at("/servers/0")).put("url", "https://api.example.org");
    return new Expected(ChangeKind.VERSION, "document", WIRE);
  }

  private static Expected version(Sites sites) {
    sites.once("version");
    ((ObjectNode) sites.document.path("info")).put("version", "0.0.0-gadget");
    return new Expected(ChangeKind.VERSION, "document", SAFE);
  }

  private static Expected documentReworded(Sites sites) {
    sites.once("title");
    ((ObjectNode) sites.document.path("info")).put("title", "Anew");
    return new Expected(ChangeKind.WORDING, "document", SAFE);
  }
}
