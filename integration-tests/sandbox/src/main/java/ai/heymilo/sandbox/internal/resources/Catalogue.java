// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.examples.Shapes;
import ai.heymilo.spec.resource.Names;
import ai.heymilo.spec.resource.Paging;
import ai.heymilo.spec.resource.Resource;
import ai.heymilo.spec.resource.ResourceOperation;
import ai.heymilo.spec.resource.Resources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The collections of a document and the role of each operation, as the client sees them. */
final class Catalogue {
  private final ApiDocument document;
  private final Shapes shapes;
  private final Mould mould;
  private final Map<ApiOperation, Envelope> envelopes = new HashMap<>();
  private final Map<ApiOperation, ResourceOperation> operations = new HashMap<>();
  private final Map<String, Collection> collections = new LinkedHashMap<>();
  private final Map<ApiOperation, Role> roles = new HashMap<>();

  Catalogue(ApiDocument document, Shapes shapes, Mould mould) {
    this.document = document;
    this.shapes = shapes;
    this.mould = mould;
    Resources resources = Resources.of(document.root(), Names.none());
    for (ApiOperation operation : document.operations()) {
      envelopes.put(operation, Envelope.of(operation, document, shapes, mould));
      resources
          .operation(operation.method(), operation.path())
          .ifPresent(known -> operations.put(operation, known));
    }
    for (Resource resource : resources.all()) {
      boolean item = resource.kind() == Resource.Kind.ITEM;
      if (item || resource.kind() == Resource.Kind.COLLECTION) {
        String path = item ? above(resource.path()) : resource.path();
        collections.computeIfAbsent(path, this::collection);
      }
    }
    document.operations().forEach(operation -> roles.put(operation, found(operation)));
  }

  private Collection collection(String path) {
    List<ApiOperation> items =
        document.operations().stream()
            .filter(one -> above(one.path()).equals(path) && endsInParameter(one.path()))
            .collect(Collectors.toList());
    List<ApiOperation> own =
        document.operations().stream()
            .filter(one -> one.path().equals(path))
            .collect(Collectors.toList());
    JsonNode item = MissingNode.getInstance();
    String cursor = "";
    for (String method : List.of("GET", "PATCH", "PUT", "POST")) {
      for (ApiOperation operation :
          Stream.concat(items.stream(), own.stream()).collect(Collectors.toList())) {
        Envelope envelope = envelope(operation);
        if (operation.method().equals(method) && envelope.isJson() && item.isMissingNode()) {
          item = envelope.item();
        }
        ResourceOperation known = operations.get(operation);
        Paging paging = known == null ? null : known.paging().orElse(null);
        cursor = paging == null || !own.contains(operation) ? cursor : paging.cursor();
      }
    }
    String parameter = parameter(path);
    ObjectNode properties = mould.properties(item);
    String id = properties.has(parameter) ? parameter : properties.has("id") ? "id" : cursor;
    return new Collection(
        path,
        item,
        id,
        cursor.isEmpty() ? id : cursor,
        parameter,
        own.stream().anyMatch(one -> one.method().equals("POST") && !envelope(one).isList()),
        own.stream().anyMatch(one -> one.method().equals("GET") && envelope(one).isList()));
  }

  private String parameter(String collection) {
    for (ApiOperation operation : document.operations()) {
      String path = operation.path();
      if (path.startsWith(collection + "/{")) {
        return path.substring(collection.length() + 2, path.indexOf('}', collection.length()));
      }
    }
    return "";
  }

  Envelope envelope(ApiOperation operation) {
    Envelope known = envelopes.get(operation);
    if (known == null) {
      throw new IllegalArgumentException("not of this document: " + operation.id());
    }
    return known;
  }

  /** Returns what an operation does to kept objects. */
  Role role(ApiOperation operation) {
    return roles.getOrDefault(operation, Role.OTHER);
  }

  private Role found(ApiOperation operation) {
    Envelope envelope = envelope(operation);
    Collection collection = collections.get(operation.path());
    if (collection != null && collection.isListed() && operation.method().equals("GET")) {
      return Role.LIST;
    }
    if (collection != null && operation.method().equals("POST") && !envelope.isList()) {
      return collection.item().isMissingNode() ? Role.OTHER : Role.CREATE;
    }
    boolean keeps = envelope.isJson() ? !envelope.isList() : !isBinary(envelope);
    Collection above = collections.get(above(operation.path()));
    if (above != null && endsInParameter(operation.path()) && keeps) {
      return above.item().isMissingNode() ? Role.OTHER : Role.ofItem(operation.method());
    }
    return keeps && collection == null && isSingleton(operation.path())
        ? Role.ofItem(operation.method())
        : Role.OTHER;
  }

  private static boolean isBinary(Envelope envelope) {
    return envelope.answer() != null
        && (envelope.answer().status() >= 300 || !envelope.answer().mediaType().isEmpty());
  }

  /** One of a kind: it can be read, and written at the same path. */
  boolean isSingleton(String path) {
    boolean read = false;
    boolean written = false;
    for (ApiOperation operation : document.operations()) {
      if (operation.path().equals(path) && !endsInParameter(path)) {
        Envelope envelope = envelope(operation);
        boolean get = operation.method().equals("GET");
        read |= get && envelope.isJson() && !envelope.isList();
        written |= !get && operation.jsonBody() != null;
      }
    }
    return read && written;
  }

  /** Returns the schema of what is at the path of a singleton. */
  JsonNode singleton(String path) {
    for (ApiOperation operation : document.operations()) {
      if (operation.path().equals(path) && operation.method().equals("GET")) {
        return envelope(operation).content();
      }
    }
    return MissingNode.getInstance();
  }

  /** Returns the path of the document at which one object is kept; null when there is none. */
  @Nullable String singletonPath(List<String> at) {
    for (ApiOperation operation : document.operations()) {
      if (Shelves.matches(operation.segments(), at) && isSingleton(operation.path())) {
        return operation.path();
      }
    }
    return null;
  }

  /** Returns the paths of all collections. */
  String paths() {
    return String.join(", ", collections.keySet());
  }

  /** Returns the collection that an operation is on, or on an item of; null for none. */
  @Nullable Collection collection(ApiOperation operation) {
    Collection own = collections.get(operation.path());
    return own == null && endsInParameter(operation.path())
        ? collections.get(above(operation.path()))
        : own;
  }

  /** Returns the collection at a path, null when there is none. */
  @Nullable Collection at(String path) {
    return collections.get(path);
  }

  java.util.Collection<Collection> all() {
    return collections.values();
  }

  /** Returns whether two schemas are one: the same reference, or the same node. */
  boolean isSame(JsonNode one, JsonNode other) {
    return !one.isMissingNode() && identity(one).equals(identity(other));
  }

  private JsonNode identity(JsonNode schema) {
    JsonNode at = schema;
    while (at.path("allOf").size() == 1 && !at.has("properties")) {
      at = at.path("allOf").get(0);
    }
    for (String union : List.of("anyOf", "oneOf")) {
      JsonNode branches = at.path(union);
      if (branches.size() == 2 && branches.get(1).path("type").asText().equals("null")) {
        at = branches.get(0);
      }
    }
    return at.has("$ref") ? at.get("$ref") : at;
  }

  Shapes shapes() {
    return shapes;
  }

  static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  static boolean endsInParameter(String path) {
    return ApiOperation.isParameter(path.substring(path.lastIndexOf('/') + 1));
  }
}
