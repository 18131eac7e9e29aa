// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static ai.heymilo.spec.derive.Views.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class OpenEnumsTest {
  @Test
  void anEnumerationBecomesANamedType() {
    JsonNode schemas =
        Views.schemas(
            """
            {"JobResponse": {"properties": {"status": {"type": "string", "enum": ["on", "off"]}}}}
            """);

    assertThat(schemas.at("/JobStatus/enum")).isEqualTo(json("[\"on\", \"off\"]"));
    assertThat(schemas.at("/JobResponse/properties/status").findValue("$ref").asText())
        .isEqualTo("#/components/schemas/JobStatus");
  }

  @Test
  void valuesThatAreOnlyDescribedCountToo() {
    JsonNode schemas =
        Views.schemas(
            """
            {"JobResponse": {"properties": {"status": {"type": "string",
                "description": "Job status: 'on', 'off' or 'gone'. More text."}}}}
            """);

    assertThat(schemas.at("/JobStatus/enum")).isEqualTo(json("[\"on\", \"off\", \"gone\"]"));
  }

  @Test
  void quotedTextIsNoEnumeration() {
    assertThat(
            Views.answered(
                    """
                    {"type": "string", "description": "Say 'please', 'thanks'."}
                    """)
                .has("$ref"))
        .isFalse();
  }

  @Test
  void enumerationsOfPropertiesThatEndInTheSameTwoWordsAreOneTypeWithTheValuesOfAll() {
    JsonNode schemas =
        Views.schemas(
            """
            {"A": {"properties": {"job_delivery_mode": {"enum": ["x", "y"]},
                                  "company_delivery_mode": {"enum": ["y", "x", "z"]}}},
             "B": {"properties": {"delivery_mode": {"enum": ["w", "x"]}}}}
            """);

    assertThat(schemas.at("/DeliveryMode/enum")).isEqualTo(json("[\"x\", \"y\", \"z\", \"w\"]"));
    assertThat(schemas.fieldNames()).toIterable().containsExactly("A", "B", "DeliveryMode");
  }

  @Test
  void equalEnumerationsOfOneWordAreTypesOfTheirSchemas() {
    JsonNode schemas =
        Views.schemas(
            """
            {"JobResponse": {"properties": {"status": {"enum": ["on", "off"]}}},
             "JobStatus2": {"properties": {"status": {"enum": ["on", "off"]}}},
             "WorkStatus": {"properties": {"status": {"enum": ["on", "off"]}}}}
            """);

    assertThat(schemas.fieldNames())
        .toIterable()
        .contains("JobStatus", "JobStatus2Status", "WorkStatusValue");
  }

  @Test
  void anEnumerationThatIsPublishedUnderTheNameIsTheSameType() {
    JsonNode schemas =
        Views.schemas(
            """
            {"JobStatus": {"type": "string", "enum": ["on", "off"]},
             "Job": {"properties": {"status": {"enum": ["on", "gone"]}}}}
            """);

    assertThat(schemas.at("/JobStatus/enum")).isEqualTo(json("[\"on\", \"off\", \"gone\"]"));
    assertThat(schemas.fieldNames()).toIterable().containsExactly("JobStatus", "Job");
  }

  @Test
  void aNameThatIsTakenIsNotTakenAgain() {
    JsonNode schemas =
        Views.schemas(
            """
            {"JobStatus": {"type": "object", "properties": {"state": {"type": "string"}}},
             "Job": {"properties": {"status": {"enum": ["on", "off"]}}}}
            """);

    assertThat(schemas.at("/JobStatus/type").asText()).isEqualTo("object");
    assertThat(schemas.has("JobStatusValue")).isTrue();
  }

  @Test
  void enumerationsOfNumbersStayNumbers() {
    JsonNode view = Views.answered("{\"type\": \"integer\", \"enum\": [1, 2]}");

    assertThat(view.path("type").asText()).isEqualTo("integer");
    assertThat(view.has("enum")).isFalse();
  }

  @Test
  void nullAmongTheValuesIsNoValue() {
    JsonNode schemas =
        Views.schemas("{\"Job\": {\"properties\": {\"state\": {\"enum\": [\"a\", \"b\", null]}}}}");

    assertThat(schemas.at("/JobState/enum")).isEqualTo(json("[\"a\", \"b\"]"));
  }
}
