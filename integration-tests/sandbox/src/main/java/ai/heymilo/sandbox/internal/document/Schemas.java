// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks JSON against the document's schemas, which are addressed by JSON pointer and compiled
 * once, on first use. A {@code format} is not checked, as JSON Schema has it. Safe for use by
 * several threads.
 */
public final class Schemas {
  private static final String DOCUMENT = "https://heymilo.sandbox/openapi.json";

  private final JsonSchemaFactory factory;
  private final SchemaValidatorsConfig config;
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  private Schemas(JsonSchemaFactory factory) {
    this.factory = factory;
    this.config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .regularExpressionFactory(EcmaPattern::of)
            .build();
  }

  static Schemas of(String text) {
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword)) // no log
            .build();
    return new Schemas(
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder ->
                builder
                    .metaSchema(dialect)
                    .schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, text)))));
  }

  /**
   * Checks {@code instance} against the schema at {@code pointer}.
   *
   * @param pointer a JSON pointer into the document, such as {@code
   *     /components/schemas/CreatePostingRequest}
   * @return what is wrong, in the order of the instance's validation; empty when nothing is
   */
  public List<Finding> check(String pointer, JsonNode instance) {
    JsonSchema schema = compiled.computeIfAbsent(pointer, this::compile);
    return Findings.of(schema.validate(instance), pointer.split("/", -1).length - 1);
  }

  private JsonSchema compile(String pointer) {
    JsonSchema schema = factory.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer), config);
    schema.initializeValidators();
    return schema;
  }
}
