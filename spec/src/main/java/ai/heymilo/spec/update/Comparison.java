// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static ai.heymilo.spec.update.Effect.SAFE;
import static ai.heymilo.spec.update.Effect.SOURCE;
import static ai.heymilo.spec.update.Effect.WIRE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two documents. */
public final class Comparison {
  private final Published old;
  private final Published now;
  private final Changes changes = new Changes();

  private Comparison(JsonNode before, JsonNode after) {
    this.old = new Published(before);
    this.now = new Published(after);
  }

  /**
   * Returns what changed, in the order of the new document; what is gone stands where it was.
   *
   * @param before a document that the generator's view can be derived from
   * @param after another one
   */
  public static List<Change> of(JsonNode before, JsonNode after) {
    List<Change> found = new ArrayList<>(ofDocuments(before, after));
    found.addAll(JavaComparison.of(before, JavaShape.of(before), JavaShape.of(after), found));
    return found;
  }

  /** Returns what changed in what the documents say, without the Java that is made of it. */
  static List<Change> ofDocuments(JsonNode before, JsonNode after) {
    Comparison comparison = new Comparison(before, after);
    comparison.document();
    comparison.operations();
    comparison.schemas();
    return comparison.changes.found();
  }

  private void document() {
    JsonNode before = old.root();
    JsonNode after = now.root();
    Place info = new Place("document", "/info", true, true);
    String version = before.path("info").path("version").asText();
    if (!before.path("info").path("version").equals(after.path("info").path("version"))) {
      changes.safe(
          ChangeKind.VERSION,
          info.part("", "/version"),
          "was " + version + ", is " + after.path("info").path("version").asText() + ".");
    }
    Set<String> words = Published.names(before.path("info"), after.path("info"));
    Leftovers.report(
        changes, info, before.path("info"), after.path("info"), Set.of("version"), words);
    servers(before.path("servers"), after.path("servers"));
    Security.compare(
        changes,
        new Place("document", "/security", true, false),
        before.path("security"),
        after.path("security"));
    securitySchemes();
    Leftovers.report(
        changes,
        new Place("document", "", true, true),
        before,
        after,
        Set.of("info", "servers", "security", "paths", "components"),
        Set.of("openapi", "jsonSchemaDialect", "tags", "externalDocs", "webhooks"));
    // What operations refer to is compared where they do.
    Leftovers.report(
        changes,
        new Place("document", "/components", true, true),
        before.path("components"),
        after.path("components"),
        Set.of("schemas", "securitySchemes"),
        Published.names(before.path("components"), after.path("components")));
  }

  /** The first server is the client's default; the others are offers. */
  private void servers(JsonNode before, JsonNode after) {
    if (!before.equals(after)) {
      boolean same = before.path(0).path("url").equals(after.path(0).path("url"));
      changes.add(
          ChangeKind.SERVER,
          new Place("document", "/servers", true, false),
          same ? SAFE : WIRE,
          Effect.NONE,
          same
              ? "what is said of servers has changed, but not where the client calls."
              : "calls went to "
                  + before.path(0).path("url").asText("no server")
                  + ", go to "
                  + after.path(0).path("url").asText("no server")
                  + ".");
    }
  }

  private void securitySchemes() {
    JsonNode before = old.root().path("components").path("securitySchemes");
    JsonNode after = now.root().path("components").path("securitySchemes");
    for (String name : Published.names(before, after)) {
      Place place = new Place(name, "/components/securitySchemes/" + name, true, false);
      if (!before.has(name)) {
        changes.add(ChangeKind.SECURITY, place, SAFE, Effect.NONE, "is a new way of access.");
      } else if (!after.has(name)) {
        changes.add(ChangeKind.SECURITY, place, WIRE, Effect.NONE, "is no way of access any more.");
      } else {
        Leftovers.report(
            changes, place, before.path(name), after.path(name), Set.of(), Set.of("description"));
      }
    }
  }

  /** An operation is the same if it is called the same way, or else if its name is the same. */
  private void operations() {
    Map<String, PublishedOperation> left = new LinkedHashMap<>();
    old.operations().forEach(operation -> left.put(operation.route(), operation));
    List<PublishedOperation> elsewhere = new ArrayList<>();
    OperationComparison comparison = comparison();
    for (PublishedOperation operation : now.operations()) {
      PublishedOperation before = left.remove(operation.route());
      if (before != null) {
        comparison.compare(before, operation);
      } else {
        elsewhere.add(operation);
      }
    }
    for (PublishedOperation operation : elsewhere) {
      Optional<PublishedOperation> before =
          left.values().stream().filter(one -> one.id().equals(operation.id())).findFirst();
      if (before.isPresent()) {
        left.remove(before.get().route());
        comparison.compare(before.get(), operation);
      } else {
        changes.safe(ChangeKind.OPERATION_ADDED, operation.place(), operation.call() + " is new.");
      }
    }
    for (PublishedOperation gone : left.values()) {
      changes.add(
          ChangeKind.OPERATION_REMOVED, gone.place(), SOURCE, SOURCE, gone.call() + " is gone.");
    }
    for (Map.Entry<String, JsonNode> path : now.root().path("paths").properties()) {
      paths(path.getKey(), path.getValue());
    }
  }

  private OperationComparison comparison() {
    SchemaComparison schemas = new SchemaComparison(changes);
    return new OperationComparison(changes, schemas, new ParameterComparison(changes, schemas));
  }

  /** Compares what stands beside the operations of a path. */
  private void paths(String path, JsonNode after) {
    JsonNode before = old.root().path("paths").path(path);
    if (!before.isMissingNode()) {
      Set<String> beside = Published.names(before, after);
      beside.removeIf(key -> Published.isMethod(key) || key.equals("parameters"));
      Set<String> others = Published.names(before, after);
      others.removeAll(beside);
      String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1");
      Leftovers.report(
          changes,
          new Place(path, pointer, true, true),
          before,
          after,
          others,
          Set.of("summary", "description", "servers"));
    }
  }

  private void schemas() {
    SchemaComparison comparison = new SchemaComparison(changes);
    for (String name : Published.names(now.schemas(), old.schemas())) {
      if (!old.schemas().has(name)) {
        changes.safe(ChangeKind.SCHEMA_ADDED, now.schema(name), "is new.");
      } else if (!now.schemas().has(name)) {
        changes.add(ChangeKind.SCHEMA_REMOVED, old.schema(name), SOURCE, SOURCE, "is gone.");
      } else {
        Place place = seenBefore(old.schema(name), now.schema(name));
        comparison.compare(place, old.schemas().path(name), now.schemas().path(name));
      }
    }
  }

  /** Callers of today see a schema as the old document uses it; of a new use nothing breaks. */
  private static Place seenBefore(Place before, Place after) {
    return new Place(after.where(), after.pointer(), before.isSent(), before.isRead());
  }
}
