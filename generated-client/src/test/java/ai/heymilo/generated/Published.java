// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated;

import ai.heymilo.spec.BundledDocument;
import ai.heymilo.spec.derive.GeneratorView;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The document of this build, for tests that are driven by it; names are asked of its view. */
public final class Published {
  public static final JsonNode DOCUMENT = read();
  public static final JsonNode SCHEMAS = DOCUMENT.at("/components/schemas");
  public static final JsonNode VIEW = GeneratorView.derive(DOCUMENT);
  private static final Map<String, String> CLASSES =
      VIEW.at("/components/schemas").properties().stream()
          .filter(schema -> schema.getValue().has("x-published-name"))
          .collect(
              Collectors.toMap(
                  schema -> schema.getValue().path("x-published-name").asText(),
                  Map.Entry::getKey));

  private Published() {}

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(BundledDocument.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of the schemas that are objects with properties of their own. */
  public static List<String> objects() {
    return SCHEMAS.properties().stream()
        .filter(schema -> schema.getValue().has("properties"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the simple name of the class of a schema, which instances of a generic one share. */
  public static String className(String schema) {
    String own = CLASSES.get(schema); // of those that are only a string, there is no such class
    return own == null ? typeOf(schema).getRawClass().getSimpleName() : own;
  }

  /** Returns the type of a schema; of an instance of a generic one, by its title. */
  public static JavaType typeOf(String schema) {
    TypeFactory types = TypeFactory.defaultInstance();
    if (CLASSES.containsKey(schema)) {
      return types.constructType(generated(CLASSES.get(schema)));
    }
    String title = SCHEMAS.path(schema).path("title").asText(schema);
    Matcher generic = Pattern.compile("(\\w+)\\[(.+)]").matcher(title);
    if (!generic.matches()) {
      throw new AssertionError("no class is known of " + title);
    }
    JavaType argument = typeOf(generic.group(2));
    return generic.group(1).equals("list")
        ? types.constructCollectionType(List.class, argument)
        : types.constructParametricType(generated(generic.group(1)), argument);
  }

  /** Returns the view of a schema. */
  public static JsonNode view(String schema) {
    return VIEW.at("/components/schemas").path(className(schema));
  }

  private static Class<?> generated(String name) {
    try {
      return Class.forName("ai.heymilo.generated.model." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** An operation as it is published, and its view. */
  public record PublishedOperation(String method, String path, JsonNode node, JsonNode view) {
    /** Returns the name of the stub's method. */
    public String name() {
      return view.path("operationId").asText();
    }

    /** Returns the names of the required or of the optional parameters in a place. */
    public List<String> parameters(String place, boolean required) {
      return StreamSupport.stream(view.path("parameters").spliterator(), false)
          .filter(p -> place.contains(p.path("in").asText()))
          .filter(p -> p.path("required").asBoolean() == required)
          .map(p -> p.path("x-java-name").asText())
          .toList();
    }

    public List<String> optionalParameters() {
      return parameters("query header", false);
    }

    /** Returns the schema that the first success is read by, missing if it has no body. */
    public JsonNode answer() {
      return view.path("responses").properties().stream()
          .filter(answer -> answer.getKey().startsWith("2"))
          .findFirst()
          .map(answer -> answer.getValue().at("/content/application~1json/schema"))
          .orElse(VIEW.path("none"));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  public static List<PublishedOperation> operations() {
    return DOCUMENT.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        m ->
                            new PublishedOperation(
                                m.getKey(),
                                path.getKey(),
                                m.getValue(),
                                VIEW.path("paths").path(path.getKey()).path(m.getKey()))))
        .toList();
  }
}
