// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static ai.heymilo.spec.derive.Views.answered;
import static ai.heymilo.spec.derive.Views.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that take a line or two to state. */
class SmallRulesTest {
  @Test
  void defaultsAreTakenOut() {
    assertThat(sent("{\"type\": \"string\", \"default\": \"en\"}").has("default")).isFalse();
  }

  @Test
  void schemasOfRequestBodiesAndAllTheyReachAreMarked() {
    JsonNode schemas =
        GeneratorView.derive(
                Views.document(
                    """
                    {"/a": {"post": {"operationId": "a",
                       "requestBody": {"content": {"application/json": {"schema":
                         {"$ref": "#/components/schemas/Body"}}}},
                       "responses": {"200": {"description": "ok", "content": {"application/json":
                         {"schema": {"$ref": "#/components/schemas/Out"}}}}}}}}
                    """,
                    """
                    {"Body": {"properties": {"part": {"$ref": "#/components/schemas/Part"}}},
                     "Part": {"properties": {"p": {"type": "string"}}},
                     "Out": {"properties": {"p": {"type": "string"}}},
                     "OrphanRequest": {"properties": {"p": {"type": "string"}}},
                     "Orphan": {"properties": {"p": {"type": "string"}}}}
                    """))
            .at("/components/schemas");

    assertThat(schemas.properties().stream().filter(e -> e.getValue().has("x-request")))
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("Body", "Part", "OrphanRequest");
  }

  @Test
  void limitsThatAreStatedInWordsBecomeKeywords() {
    JsonNode map =
        sent(
            """
            {"type": "object", "additionalProperties": {"type": "string"}, "description":
             "Pairs. Up to 50 keys, each key max 40 chars, each value max 500 chars."}
            """);

    assertThat(map.path("maxProperties").asInt()).isEqualTo(50);
    assertThat(map.path("x-max-key-length").asInt()).isEqualTo(40);
    assertThat(map.path("x-max-value-length").asInt()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({
    "Candidate phone number (E.164 format),x-e164",
    "Candidate email address,x-email",
    "Reply-to E-Mail Address,x-email"
  })
  void formatsThatAreStatedInWordsAreMarked(String description, String mark) {
    JsonNode view = sent("{\"type\": \"string\", \"description\": \"" + description + "\"}");

    assertThat(view.path(mark).asBoolean()).isTrue();
  }

  @Test
  void mutuallyExclusivePropertiesAreMarkedBoth() {
    JsonNode properties =
        Views.schemas(
                """
                {"ARequest": {"properties": {
                   "a": {"type": "string", "description": "Mutually exclusive with ``b``."},
                   "b": {"type": "string"}, "c": {"type": "string"}}}}
                """)
            .at("/ARequest/properties");

    assertThat(properties.at("/a/x-exclusive").asBoolean()).isTrue();
    assertThat(properties.at("/b/x-exclusive").asBoolean()).isTrue();
    assertThat(properties.at("/c").has("x-exclusive")).isFalse();
  }

  @Test
  void exclusiveLimitsAreSaidAsInVersion30() {
    JsonNode view =
        sent("{\"type\": \"number\", \"exclusiveMinimum\": 0, \"exclusiveMaximum\": 1.5}");

    assertThat(view.toString())
        .contains("\"minimum\":0", "\"exclusiveMinimum\":true")
        .contains("\"maximum\":1.5", "\"exclusiveMaximum\":true");
  }

  @Test
  void whatStandsBesideAReferenceIsKept() {
    JsonNode view =
        Views.schemas(
                """
                {"A": {"properties": {"b": {"$ref": "#/components/schemas/B",
                                            "description": "The b of an A."}}},
                 "B": {"properties": {}, "type": "object", "description": "A b."}}
                """)
            .at("/A/properties/b");

    assertThat(view.path("description").asText()).isEqualTo("The b of an A.");
    assertThat(view.at("/allOf/0/$ref").asText()).isEqualTo("#/components/schemas/B");
  }

  @Test
  void titlesAndExamplesAreDropped() {
    JsonNode view = answered("{\"type\": \"string\", \"title\": \"T\", \"examples\": [\"e\"]}");

    assertThat(view.has("title") || view.has("examples")).isFalse();
  }

  @Test
  void equalNumbersAreWrittenAlike() {
    JsonNode view =
        sent(
            """
            {"type": "number", "minimum": 0.0, "maximum": 10.0, "multipleOf": 0.50, "enum": [1.0, 2]}
            """);

    assertThat(view.path("minimum").toString()).isEqualTo("0");
    assertThat(view.path("maximum").toString()).isEqualTo("10");
    assertThat(view.path("multipleOf").toString()).isEqualTo("0.5");
    assertThat(view.path("x-plain-values").toString()).isEqualTo("[1,2]");
  }

  @Test
  void limitsThatAreNoNumbersAreRefused() {
    assertThat(
            Views.refusals(
                Views.documentOf(
                    """
                    {"A": {"properties": {"n": {"type": "number", "maximum": "10"},
                                          "s": {"type": "string", "maxLength": 1.5},
                                          "t": {"type": "string", "minLength": 9999999999}}}}
                    """)))
        .containsExactly(
            "/components/schemas/A/properties/n: the limit 'maximum' is no number: \"10\"",
            "/components/schemas/A/properties/s: the limit 'maxLength' is no whole number of 32"
                + " bits: 1.5",
            "/components/schemas/A/properties/t: the limit 'minLength' is no whole number of 32"
                + " bits: 9999999999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"minimum\": 1, \"exclusiveMinimum\": 1|exclusiveMinimum|1",
        "\"minimum\": 2, \"exclusiveMinimum\": 1|minimum|2",
        "\"maximum\": 1, \"exclusiveMaximum\": 1|exclusiveMaximum|1",
        "\"maximum\": 1, \"exclusiveMaximum\": 2|maximum|1",
        "\"minimum\": 1, \"exclusiveMinimum\": true|exclusiveMinimum|1",
        "\"minimum\": 1, \"exclusiveMinimum\": false|minimum|1",
        "\"allOf\": [{\"minimum\": 1}, {\"minimum\": 2}]|minimum|2",
        "\"allOf\": [{\"maximum\": 1}, {\"maximum\": 2}]|maximum|1",
        "\"allOf\": [{\"multipleOf\": 4}, {\"multipleOf\": 6}]|multipleOf|12",
        "\"allOf\": [{\"multipleOf\": 0.2}, {\"multipleOf\": 0.5}]|multipleOf|1"
      })
  void ofTwoLimitsTheTighterIsKept(String limits, String keyword, String value) {
    JsonNode schemas =
        Views.schemas(
            "{\"AskRequest\": {\"type\": \"object\", \"properties\": {\"p\": {\"type\": \"number\","
                + " "
                + limits
                + "}}}}");

    assertThat(schemas.at("/AskRequest/x-limits/p"))
        .hasToString("{\"" + keyword + "\":" + value + "}");
  }

  @Test
  void jsonThatSaysNothingBesideAnotherTypeIsBytes() {
    JsonNode get =
        GeneratorView.derive(
                Views.document(
                    """
                    {"/a": {"get": {"operationId": "a", "responses": {"200": {"description": "ok",
                      "content": {"application/json": {"schema": {}}, "audio/mpeg": {}}}}}}}
                    """,
                    "{}"))
            .at("/paths/~1a/get");

    assertThat(get.path("x-accept").asText()).isEqualTo("audio/mpeg");
    assertThat(get.at("/responses/200/content/application~1json/schema/format").asText())
        .isEqualTo("raw-bytes");
  }
}
