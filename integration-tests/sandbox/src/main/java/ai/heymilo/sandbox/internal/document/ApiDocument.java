// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The document: its operations and schemas. Immutable but for the schemas' cache. */
public final class ApiDocument {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final JsonNode root;
  private final List<ApiOperation> operations;
  private final Schemas schemas;
  private final IdentityHashMap<JsonNode, String> pointers = new IdentityHashMap<>();

  private ApiDocument(JsonNode root, String text) {
    this.root = root;
    List<ApiOperation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          found.add(new ApiOperation(root, path.getKey(), method.getKey()));
        }
      }
    }
    this.operations = List.copyOf(found);
    this.schemas = Schemas.of(text);
    locate(root, "");
  }

  private void locate(JsonNode node, String pointer) {
    if (node.isObject()) {
      pointers.put(node, pointer);
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      locate(child.getValue(), pointer + "/" + Pointers.escaped(child.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      locate(node.get(i), pointer + "/" + i);
    }
  }

  /** Returns the bundled document, read once for all sandboxes of the process. */
  public static ApiDocument bundled() {
    return Bundled.DOCUMENT;
  }

  /** Reads a document. */
  public static ApiDocument of(byte[] json) {
    try {
      String text = new String(json, StandardCharsets.UTF_8);
      return new ApiDocument(new ObjectMapper().readTree(text), text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the document as JSON. */
  public JsonNode root() {
    return root;
  }

  /** Returns the document's operations in its order. */
  public List<ApiOperation> operations() {
    return operations;
  }

  /** Returns the operation with this id, null when the document has none. */
  public @Nullable ApiOperation operation(String id) {
    return operations.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /** Returns the schemas, compiled as they are needed. */
  public Schemas schemas() {
    return schemas;
  }

  /** Returns whether a body has a schema; FastAPI adds JSON that has none, but perhaps a title. */
  public boolean describes(DocumentedAnswer answer) {
    JsonNode schema = at(answer.schema());
    return schema.size() > (schema.has("title") ? 1 : 0);
  }

  /** Returns the schema {@code #/components/schemas/name}; a missing node when there is none. */
  public JsonNode component(String name) {
    return root.path("components").path("schemas").path(name);
  }

  /** Returns the node at a JSON pointer; a missing node when there is none. */
  public JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /**
   * Returns whether {@code value} is valid by {@code schema}; true for a schema that is not a part
   * of this document.
   */
  public boolean permits(JsonNode schema, JsonNode value) {
    String pointer = pointers.get(schema);
    return pointer == null || schemas.check(pointer, value).isEmpty();
  }

  /** Returns the operation that {@code method} and {@code rawPath} name, null when none does. */
  public @Nullable Route route(String method, String rawPath) {
    List<String> path = decoded(rawPath);
    ApiOperation best = null;
    for (ApiOperation operation : operations) {
      if (operation.method().equals(method)
          && operation.match(path) != null
          && (best == null || isNearer(operation, best))) {
        best = operation;
      }
    }
    Map<String, String> values = best == null ? null : best.match(path);
    return best == null || values == null ? null : new Route(best, path, values);
  }

  /** A segment that is written in the path goes before one that stands for any value. */
  private static boolean isNearer(ApiOperation one, ApiOperation other) {
    for (int i = 0; i < one.segments().size(); i++) {
      boolean any = ApiOperation.isParameter(one.segments().get(i));
      if (any != ApiOperation.isParameter(other.segments().get(i))) {
        return !any;
      }
    }
    return false;
  }

  /** Returns whether any operation has this path, whatever its method. */
  public boolean hasPath(String rawPath) {
    List<String> path = decoded(rawPath);
    return operations.stream().anyMatch(operation -> operation.match(path) != null);
  }

  /** Returns the decoded segments of a path as it was sent. */
  public static List<String> decoded(String rawPath) {
    List<String> decoded = new ArrayList<>();
    for (String segment : ApiOperation.segments(rawPath)) {
      decoded.add(Percent.inPath(segment));
    }
    return decoded;
  }

  private static final class Bundled {
    static final ApiDocument DOCUMENT = ApiDocument.of(BundledDocument.bytes());
  }
}
