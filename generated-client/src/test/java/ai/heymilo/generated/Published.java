// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated;

import ai.heymilo.generated.model.ApiModel;
import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The vendor's document, for tests that are driven by it. */
public final class Published {
  public static final JsonNode DOCUMENT = read();
  public static final JsonNode SCHEMAS = DOCUMENT.at("/components/schemas");

  private Published() {}

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(BundledDocument.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> schemaNames() {
    return SCHEMAS.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Returns the simple name of the class of a schema. */
  public static String className(String schema) {
    return schema.replace("_list_", "List").replace("_", "");
  }

  public static Class<? extends ApiModel> classOf(String schema) {
    try {
      return Class.forName("ai.heymilo.generated.model." + className(schema))
          .asSubclass(ApiModel.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** An operation of the document. */
  public record PublishedOperation(String method, String path, JsonNode node) {
    public String id() {
      return node.path("operationId").asText();
    }

    public String tag() {
      return node.at("/tags/0").asText();
    }

    /** Returns the names of the parameters in a place. */
    public List<String> parameters(String place) {
      return StreamSupport.stream(node.path("parameters").spliterator(), false)
          .filter(p -> p.path("in").asText().equals(place))
          .map(p -> p.path("name").asText())
          .toList();
    }

    /**
     * Returns the names of the optional parameters, without the headers that most operations have.
     */
    public List<String> optionalParameters() {
      return StreamSupport.stream(node.path("parameters").spliterator(), false)
          .filter(p -> !p.path("required").asBoolean())
          .filter(p -> !p.path("in").asText().equals("header") || isRare(p))
          .map(p -> p.path("name").asText())
          .toList();
    }

    private static boolean isRare(JsonNode header) {
      long with =
          operations().stream()
              .filter(o -> o.parameters("header").contains(header.path("name").asText()))
              .count();
      return 2 * with < operations().size();
    }

    @Override
    public String toString() {
      return id();
    }
  }

  public static List<PublishedOperation> operations() {
    return DOCUMENT.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(m -> new PublishedOperation(m.getKey(), path.getKey(), m.getValue())))
        .toList();
  }
}
