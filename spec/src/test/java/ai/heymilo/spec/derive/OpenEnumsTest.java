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
  void equalEnumerationsAreOneTypeNamedByWhatTheirPropertiesShare() {
    JsonNode schemas =
        Views.schemas(
            """
            {"A": {"properties": {"job_delivery_mode": {"enum": ["x", "y"]},
                                  "company_delivery_mode": {"enum": ["y", "x"]}}}}
            """);

    assertThat(schemas.has("DeliveryMode")).isTrue();
    assertThat(schemas.size()).isEqualTo(2);
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
