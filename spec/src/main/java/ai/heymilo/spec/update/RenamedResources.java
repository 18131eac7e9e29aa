// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import ai.heymilo.spec.resource.Names;
import ai.heymilo.spec.resource.Resource;
import ai.heymilo.spec.resource.ResourceOperation;
import ai.heymilo.spec.resource.Resources;
import ai.heymilo.spec.update.Place.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds classes, accessors and methods of resources that have another name in a new document: where
 * an id, a tag or the path of a list changed, the rules may name them differently.
 */
final class RenamedResources {
  private static final String PIN = "; a line in fluent-api/names.properties pins the old name.";

  private final Map<String, Resource> before = new LinkedHashMap<>();
  private final Map<String, ResourceOperation> byPath = new LinkedHashMap<>();
  private final Map<String, ResourceOperation> byId = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();

  private RenamedResources(JsonNode document, Names names) {
    Resources resources = Resources.of(document, names);
    resources.all().forEach(one -> before.put(plain(one.path()), one));
    for (ResourceOperation operation : resources.operations()) {
      byPath.put(key(operation), operation);
      byId.put(operation.operationId(), operation);
    }
  }

  /** Returns the renamed ones, in the order of the new document. */
  static List<Change> of(JsonNode before, JsonNode after, Names names) {
    RenamedResources renamed = new RenamedResources(before, names);
    Resources now = Resources.of(after, names);
    now.all().forEach(renamed::resource);
    now.operations().forEach(renamed::operation);
    return renamed.changes;
  }

  private void resource(Resource now) {
    Resource was = before.get(plain(now.path()));
    if (was == null) {
      return;
    }
    if (!was.className().equals(now.className())) {
      add(was.className(), now.className(), now.path());
    }
    if (!was.accessor().equals(now.accessor())) {
      add(owner(was) + "." + was.accessor() + "()", now.accessor() + "()", now.path());
    }
  }

  private void operation(ResourceOperation now) {
    ResourceOperation was = byPath.getOrDefault(key(now), byId.get(now.operationId()));
    if (was == null) {
      return;
    }
    boolean samePlace = plain(was.resource().path()).equals(plain(now.resource().path()));
    String name = samePlace ? now.name() : now.resource().className() + "." + now.name();
    if (!samePlace || !was.name().equals(now.name())) {
      add(was.resource().className() + "." + was.name(), name, now.path());
    }
  }

  private void add(String was, String now, String path) {
    Place place = Place.of(Kind.RESOURCE, was, "/paths/" + Snapshot.escaped(path), true, true);
    String method = was.replaceFirst(".*\\.", "").replace("()", "");
    place.usedAs("", was.contains(".") ? "\\." + method + "\\(" : "\\b" + method + "(Async)?\\b");
    changes.add(
        new Change(ChangeKind.RENAMED, place, Effect.SOURCE, Effect.SOURCE, "is now " + now + PIN));
  }

  private static String owner(Resource resource) {
    return resource.parent().map(Resource::className).orElse("HeyMilo");
  }

  private static String key(ResourceOperation operation) {
    return operation.httpMethod() + " " + plain(operation.path());
  }

  private static String plain(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }
}
