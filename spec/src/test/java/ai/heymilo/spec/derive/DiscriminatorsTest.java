// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DiscriminatorsTest {
  private static final String STEPS =
      """
      "OneStep": {"type": "object", "properties": {"type": {"const": "one"}}},
      "TwoStep": {"type": "object", "properties": {"type": {"const": "two"}}}
      """;
  private static final String EITHER =
      "[{\"$ref\": \"#/components/schemas/OneStep\"}, {\"$ref\": \"#/components/schemas/TwoStep\"}]";

  @Test
  void aConstantOfAllMembersTellsThemApart() {
    JsonNode schemas =
        Views.schemas(
            "{\"PlanRequest\": {\"properties\": {\"steps\": {\"type\": \"array\", \"items\":"
                + " {\"oneOf\": "
                + EITHER
                + "}}}},"
                + STEPS
                + "}");

    JsonNode union = schemas.path("PlanRequestStep");
    assertThat(union.at("/discriminator/propertyName").asText()).isEqualTo("type");
    assertThat(union.at("/discriminator/mapping/two").asText())
        .isEqualTo("#/components/schemas/TwoStep");
    assertThat(union.path("x-union").asBoolean()).isTrue();
    assertThat(union.path("x-request").asBoolean()).isTrue();
    assertThat(schemas.at("/PlanRequest/properties/steps/items").findValue("$ref").asText())
        .isEqualTo("#/components/schemas/PlanRequestStep");
  }

  @Test
  void membersKnowTheirUnionAndTheirTag() {
    JsonNode schemas =
        Views.schemas(
            "{\"Plan\": {\"properties\": {\"step\": {\"anyOf\": " + EITHER + "}}}," + STEPS + "}");

    assertThat(schemas.at("/OneStep/x-unions/0").asText()).isEqualTo("PlanStep");
    assertThat(schemas.at("/OneStep/properties/type/x-tag").asBoolean()).isTrue();
  }

  @Test
  void aNamedUnionKeepsItsName() {
    JsonNode schemas = Views.schemas("{\"Step\": {\"oneOf\": " + EITHER + "}," + STEPS + "}");

    assertThat(schemas.at("/Step/x-union").asBoolean()).isTrue();
    assertThat(schemas.at("/Step/discriminator/propertyName").asText()).isEqualTo("type");
  }

  @Test
  void equalUnionsOfOneOwnerAreOneType() {
    JsonNode schemas =
        Views.schemas(
            "{\"Plan\": {\"properties\": {\"a\": {\"oneOf\": "
                + EITHER
                + "}, \"b\": {\"oneOf\": "
                + EITHER
                + "}}},"
                + STEPS
                + "}");

    assertThat(schemas.has("PlanStep")).isTrue();
    assertThat(schemas.has("PlanStep2")).isFalse();
  }

  @Test
  void equalConstantsDoNotTellMembersApart() {
    JsonNode view =
        Views.schemas(
                """
                {"Plan": {"properties": {"p": {"oneOf": [
                    {"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]}}},
                 "A": {"properties": {"type": {"const": "same"}}},
                 "B": {"properties": {"type": {"const": "same"}}}}
                """)
            .at("/Plan/properties/p");

    assertThat(view.has("oneOf")).isFalse();
    assertThat(view.has("$ref")).isFalse();
  }

  @Test
  void whatCannotBeToldApartIsAnUntypedValue() {
    JsonNode view =
        Views.answered(
            "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}], \"description\": \"d\"}");

    assertThat(view.has("anyOf")).isFalse();
    assertThat(view.has("type")).isFalse();
    assertThat(view.path("description").asText()).isEqualTo("d");
  }
}
