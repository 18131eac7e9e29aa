// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Compares what one operation is called, takes and answers. */
final class OperationComparison {
  private static final Set<String> JUDGED =
      Set.of(
          "operationId",
          "tags",
          "parameters",
          "requestBody",
          "responses",
          "deprecated",
          "security");
  private static final Set<String> WORDING = Set.of("summary", "description", "externalDocs");

  private final Changes changes;
  private final SchemaComparison schemas;
  private final ParameterComparison parameters;

  OperationComparison(Changes changes, SchemaComparison schemas, ParameterComparison parameters) {
    this.changes = changes;
    this.schemas = schemas;
    this.parameters = parameters;
  }

  void compare(PublishedOperation old, PublishedOperation now) {
    Place place = now.place();
    names(place, old, now);
    parameters.compare(old, now);
    body(place.inRequests(), old.body(), now.body());
    JsonNode before = old.node().path("responses");
    JsonNode after = now.node().path("responses");
    for (String status : Published.names(before, after)) {
      Place answer = place.inResponses().part(" " + status, "/responses/" + status);
      if (!before.has(status)) {
        statusAdded(answer, status, old, now);
      } else if (!after.has(status)) {
        boolean success = status.startsWith("2") || status.startsWith("3");
        changes.add(
            ChangeKind.STATUS_REMOVED,
            answer,
            Effect.NONE,
            success ? SOURCE : SAFE,
            "is no answer any more.");
      } else {
        answer(answer, old.answer(status), now.answer(status));
      }
    }
    rest(place, old.node(), now.node());
  }

  /** A stub returns one type: a success of another is no answer that it can read. */
  private void statusAdded(
      Place answer, String status, PublishedOperation old, PublishedOperation now) {
    JsonNode content = now.answer(status).path("content");
    boolean other = false;
    for (String success : Published.names(old.node().path("responses"))) {
      other |= success.startsWith("2") && !old.answer(success).path("content").equals(content);
    }
    if (status.startsWith("2") && other) {
      changes.add(
          ChangeKind.STATUS_ADDED,
          answer,
          Effect.NONE,
          WIRE,
          "is a new success, with another body than the one that the stub returns.");
    } else {
      changes.safe(ChangeKind.STATUS_ADDED, answer, "is a new answer.");
    }
  }

  private void names(Place place, PublishedOperation old, PublishedOperation now) {
    if (!old.route().equals(now.route())) {
      changes.add(
          ChangeKind.OPERATION_MOVED,
          place,
          WIRE,
          Effect.NONE,
          "was " + old.call() + ", is " + now.call() + ".");
    }
    if (!old.id().equals(now.id())) {
      changes.add(
          ChangeKind.OPERATION_RENAMED,
          place,
          SOURCE,
          Effect.NONE,
          "was called " + old.id() + ", is " + now.id() + ".");
    }
    if (!old.tag().equals(now.tag())) {
      changes.add(
          ChangeKind.OPERATION_REGROUPED,
          place,
          SOURCE,
          Effect.NONE,
          "was in " + old.tag() + ", is in " + now.tag() + ".");
    } else if (!old.node().path("tags").equals(now.node().path("tags"))) {
      changes.safe(ChangeKind.WORDING, place, "has other tags after its first.");
    }
    boolean deprecated = now.node().path("deprecated").asBoolean();
    if (old.node().path("deprecated").asBoolean() != deprecated) {
      changes.safe(
          ChangeKind.DEPRECATED,
          place,
          deprecated ? "is deprecated." : "is not deprecated any more.");
    }
    Security.compare(
        changes, place.inRequests(), old.node().path("security"), now.node().path("security"));
  }

  private void body(Place place, JsonNode before, JsonNode after) {
    Place body = place.part(" body", "/requestBody");
    if (before.isMissingNode() && after.isMissingNode()) {
      return;
    }
    if (before.isMissingNode()) {
      boolean needed = after.path("required").asBoolean();
      changes.add(
          ChangeKind.BODY_ADDED,
          body,
          needed ? SOURCE : Effect.SAFE,
          Effect.NONE,
          needed ? "is new: the stub takes one more argument." : "is new, and optional.");
      return;
    }
    if (after.isMissingNode()) {
      changes.add(ChangeKind.BODY_REMOVED, body, SOURCE, Effect.NONE, "is gone.");
      return;
    }
    boolean required = after.path("required").asBoolean();
    if (before.path("required").asBoolean() != required) {
      // A required body is an argument of the stub, an optional one is among its parameters.
      changes.add(
          required ? ChangeKind.REQUIRED : ChangeKind.OPTIONAL,
          body,
          SOURCE,
          Effect.NONE,
          required ? "is required now." : "is optional now.");
    }
    content(body, before.path("content"), after.path("content"));
    leftover(body, before, after, Set.of("required", "content"), Set.of("description"));
  }

  private void answer(Place place, JsonNode before, JsonNode after) {
    content(place, before.path("content"), after.path("content"));
    leftover(place, before, after, Set.of("content"), Set.of("description", "headers", "links"));
  }

  private void content(Place place, JsonNode before, JsonNode after) {
    for (String type : Published.names(before, after)) {
      String below = "/content/" + type.replace("~", "~0").replace("/", "~1");
      Place medium = place.part(" " + type, below);
      if (!before.has(type)) {
        changes.safe(ChangeKind.MEDIA_TYPE_ADDED, medium, "is new.");
      } else if (!after.has(type)) {
        changes.add(ChangeKind.MEDIA_TYPE_REMOVED, medium, SOURCE, SOURCE, "is gone.");
      } else {
        schemas.compare(
            place.part("", below + "/schema"),
            before.path(type).path("schema"),
            after.path(type).path("schema"));
        leftover(
            medium,
            before.path(type),
            after.path(type),
            Set.of("schema"),
            Set.of("example", "examples"));
      }
    }
  }

  private void rest(Place place, JsonNode before, JsonNode after) {
    leftover(place, before, after, JUDGED, WORDING);
  }

  private void leftover(
      Place place, JsonNode before, JsonNode after, Set<String> judged, Set<String> wording) {
    Leftovers.report(changes, place, before, after, judged, wording);
  }
}
