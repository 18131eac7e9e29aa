// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static ai.heymilo.spec.derive.Views.answered;
import static ai.heymilo.spec.derive.Views.json;
import static ai.heymilo.spec.derive.Views.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullabilityTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'anyOf': [{'type': 'string', 'maxLength': 9}, {'type': 'null'}]}",
        "{'oneOf': [{'type': 'null'}, {'type': 'string', 'maxLength': 9}]}",
        "{'type': ['string', 'null'], 'maxLength': 9}",
        "{'type': 'string', 'nullable': true, 'maxLength': 9}"
      })
  void allWaysToSayNullAreOneInRequests(String property) {
    JsonNode view = sent(property.replace('\'', '"'));

    assertThat(view.path("nullable").asBoolean()).isTrue();
    assertThat(view.path("type").asText()).isEqualTo("string");
    assertThat(view.path("maxLength").asInt()).isEqualTo(9);
    assertThat(view.has("anyOf") || view.has("oneOf")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'anyOf': [{'type': 'string'}, {'type': 'null'}]}",
        "{'type': ['string', 'null']}",
        "{'type': 'array', 'items': {'type': ['string', 'null']}}"
      })
  void answersSayNothingAboutNull(String property) {
    assertThat(answered(property.replace('\'', '"')).findValue("nullable")).isNull();
  }

  @Test
  void whatStandsBesideTheUnionWins() {
    JsonNode view =
        sent(
            """
            {"anyOf": [{"type": "string", "description": "inner"}, {"type": "null"}],
             "description": "outer"}
            """);

    assertThat(view.path("description").asText()).isEqualTo("outer");
  }

  @Test
  void requestsWithPropertiesThatMayBeNullCanBeCleared() {
    JsonNode schemas =
        Views.schemas(
            """
            {"ARequest": {"properties": {"p": {"type": ["string", "null"]}}},
             "BRequest": {"properties": {"p": {"type": "string"}}}}
            """);

    assertThat(schemas.at("/ARequest/x-clearable").asBoolean()).isTrue();
    assertThat(schemas.at("/BRequest").has("x-clearable")).isFalse();
  }

  @Test
  void parametersAreNeverNull() {
    JsonNode view =
        GeneratorView.derive(
            Views.document(
                """
                {"/a": {"get": {"operationId": "a", "responses": {}, "parameters": [
                  {"name": "q", "in": "query",
                   "schema": {"anyOf": [{"type": "string"}, {"type": "null"}]}}]}}}
                """,
                "{}"));

    JsonNode schema = view.at("/paths/~1a/get/parameters/0/schema");
    assertThat(schema.path("type").asText()).isEqualTo("string");
    assertThat(schema.has("nullable")).isFalse();
  }

  @Test
  void severalTypesBecomeAnUntypedValue() {
    assertThat(answered("{\"type\": [\"string\", \"integer\"]}").has("type")).isFalse();
  }

  @Test
  void anyValueOrNullIsAnUntypedValueThatMayBeNull() {
    JsonNode view = sent("{\"anyOf\": [{}, {\"type\": \"null\"}]}");

    assertThat(view.has("type")).isFalse();
    assertThat(view.path("nullable")).isEqualTo(json("true"));
  }
}
