// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Json;
import ai.heymilo.generated.Published;
import ai.heymilo.generated.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the client finds wrong with requests is what a JSON Schema validator finds wrong with what
 * the client writes of them. Not compared: the values of open enumerations, which may be unknown to
 * the document; texts that only words limit (E.164, e-mail addresses, the sizes of maps), of which
 * a validator knows nothing; values of another type, which no setter takes.
 */
class LimitsAgreeTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final Map<String, JsonSchema> validators = new HashMap<>();

  @Test
  void someThousandInstances() throws Exception {
    agree(4_000);
  }

  @Test
  @Tag("load")
  void aHundredThousandInstances() throws Exception {
    agree(100_000);
  }

  private void agree(int instances) throws Exception {
    List<String> schemas = new ArrayList<>(Published.objects());
    schemas.removeIf(schema -> !isSent(schema));
    int invalid = 0;
    for (int seed = 0; seed < instances; seed++) {
      String schema = schemas.get(seed % schemas.size());
      Instances maker = new Instances(seed);
      JsonNode instance = maker.of(schema);
      ApiModel object = Wire.read(instance.toString(), Published.typeOf(schema));
      JsonNode written = MAPPER.readTree(Json.write(object));

      List<Violation> found = object.violations();
      Set<ValidationMessage> wanted = validator(schema).validate(written);

      assertThat(found.isEmpty())
          .as("%s of seed %s: %s, but %s: %s", schema, seed, found, wanted, written)
          .isEqualTo(wanted.isEmpty());
      invalid += found.isEmpty() ? 0 : 1;
      if (!found.isEmpty() && !maker.unsure) {
        assertThat(found)
            .as("%s of seed %s: %s", schema, seed, written)
            .extracting(Violation::path)
            .containsOnly(maker.fault);
      }
    }
    System.out.println(
        instances
            + " instances of "
            + schemas.size()
            + " schemas compared, "
            + invalid
            + " invalid");
    assertThat(invalid).isGreaterThan(instances / 20);
  }

  private static boolean isSent(String schema) {
    return Published.view(schema).path("x-request").asBoolean();
  }

  private JsonSchema validator(String schema) {
    return validators.computeIfAbsent(
        schema,
        name -> {
          ObjectNode root = MAPPER.createObjectNode();
          root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
          root.put("$ref", "#/components/schemas/" + name);
          root.set("components", strict(Published.DOCUMENT.path("components").deepCopy()));
          return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(root, SchemaValidatorsConfig.builder().build());
        });
  }

  /** The validator's expressions are Java's, of which {@code $} also is before a line break. */
  private static JsonNode strict(JsonNode node) {
    node.forEach(LimitsAgreeTest::strict);
    if (node.path("pattern").isTextual()) {
      String pattern = node.path("pattern").asText();
      ((ObjectNode) node).put("pattern", pattern.replaceAll("(?<!\\\\)\\$", "(?![\\\\s\\\\S])"));
    }
    return node;
  }
}
