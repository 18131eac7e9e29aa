// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static ai.heymilo.spec.derive.Views.answered;
import static ai.heymilo.spec.derive.Views.json;
import static ai.heymilo.spec.derive.Views.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
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
  void whatAChangeMaySetToNullCanBeCleared() {
    String nullable = "{\"properties\": {\"p\": {\"type\": [\"string\", \"null\"]}}}";
    JsonNode schemas =
        GeneratorView.derive(
                Views.document(
                    """
                    {"/a": {"patch": %s, "post": %s}}
                    """
                        .formatted(body("Change"), body("Creation")),
                    """
                    {"Change": {"properties": {
                       "p": {"type": ["string", "null"]},
                       "config": {"type": "object", "additionalProperties": true},
                       "part": {"$ref": "#/components/schemas/Part"}}},
                     "Creation": {"properties": {
                       "p": {"type": ["string", "null"]},
                       "config": {"anyOf": [{"$ref": "#/components/schemas/Config"}, {"type": "null"}]}}},
                     "Part": %s, "Config": %s, "Plain": {"properties": {"p": {"type": "string"}}}}
                    """
                        .formatted(nullable, nullable)))
            .at("/components/schemas");

    assertThat(schemas.properties())
        .filteredOn(schema -> schema.getValue().has("x-clearable"))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("Change", "Part", "Config");
  }

  private static String body(String schema) {
    return """
        {"operationId": "op%s", "tags": ["t"], "responses": {"204": {"description": "done"}},
         "requestBody": {"content": {"application/json": {
           "schema": {"$ref": "#/components/schemas/%s"}}}}}
        """
        .formatted(schema, schema);
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
