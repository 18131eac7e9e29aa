// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Examples.Shape;
import ai.heymilo.generated.model.ApiModel;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object of the document is read and written back as it was. */
class RoundTripTest {
  private static final int VARIATIONS = 40;

  /** A mapper that knows nothing of this client, but keeps digits as it does. */
  private static final ObjectMapper FOREIGN =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<String> schemas() {
    return Published.objects();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void withAllFields(String schema) throws Exception {
    survives(schema, new Examples(Shape.ALL, 1).of(schema));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void withRequiredFieldsAlone(String schema) throws Exception {
    survives(schema, new Examples(Shape.REQUIRED, 1).of(schema));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void withNullWhereItIsAllowed(String schema) throws Exception {
    survives(schema, new Examples(Shape.NULLS, 1).of(schema));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void withVariations(String schema) throws Exception {
    for (long seed = 0; seed < VARIATIONS; seed++) {
      survives(schema, new Examples(Shape.RANDOM, seed).of(schema));
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aPropertyOfTheDocumentIsNoAdditionalOne(String schema) throws Exception {
    JsonNode example = new Examples(Shape.ALL, 1).of(schema);
    ApiModel object = Wire.read(example.toString(), Published.typeOf(schema));

    assertThat(object.getAdditionalProperties()).isEmpty();
  }

  private static void survives(String schema, JsonNode example) throws Exception {
    JavaType type = Published.typeOf(schema);
    boolean sent = Published.view(schema).has("x-request");

    ApiModel object = Wire.read(example.toString(), type);
    JsonNode written = FOREIGN.readTree(Json.write(object));

    assertThat(comparable(written, sent)).isEqualTo(comparable(example, sent));
    assertThat(Wire.<Object>read(written.toString(), type)).isEqualTo(object);
    assertThat(FOREIGN.<Object>readValue(FOREIGN.writeValueAsBytes(object), type))
        .isEqualTo(object);
  }

  /** Numbers count by their value; null and absent are one thing in answers, two in requests. */
  private static JsonNode comparable(JsonNode node, boolean sent) {
    if (node.isNumber()) {
      return JsonNodeFactory.instance.textNode(
          node.decimalValue().stripTrailingZeros().toPlainString());
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(comparable(item, sent)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              e -> {
                if (sent || !e.getValue().isNull()) {
                  object.set(e.getKey(), comparable(e.getValue(), sent));
                }
              });
      return object;
    }
    return node;
  }
}
