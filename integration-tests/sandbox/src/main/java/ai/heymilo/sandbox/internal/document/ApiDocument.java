// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The document: the operations it has, and its schemas. Immutable but for the schemas' cache. */
public final class ApiDocument {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private final JsonNode root;
  private final List<ApiOperation> operations;
  private final Schemas schemas;

  private ApiDocument(JsonNode root, String text) {
    this.root = root;
    List<ApiOperation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          found.add(ApiOperation.read(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    this.operations = List.copyOf(found);
    this.schemas = Schemas.of(text);
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

  /** Returns the document's operations in its order. */
  public List<ApiOperation> operations() {
    return operations;
  }

  /** Returns the schemas, compiled as they are needed. */
  public Schemas schemas() {
    return schemas;
  }

  /** Returns the schema {@code #/components/schemas/name}; a missing node when there is none. */
  public JsonNode component(String name) {
    return root.path("components").path("schemas").path(name);
  }

  /** Returns the node at a JSON pointer; a missing node when there is none. */
  public JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** Returns the operation that {@code method} and {@code rawPath} name, null when none does. */
  public @Nullable Route route(String method, String rawPath) {
    List<String> path = decoded(rawPath);
    for (ApiOperation operation : operations) {
      Map<String, String> values = operation.method().equals(method) ? operation.match(path) : null;
      if (values != null) {
        return new Route(operation, values);
      }
    }
    return null;
  }

  /** Tells whether any operation has this path, whatever its method. */
  public boolean hasPath(String rawPath) {
    List<String> path = decoded(rawPath);
    return operations.stream().anyMatch(operation -> operation.match(path) != null);
  }

  private static List<String> decoded(String rawPath) {
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
