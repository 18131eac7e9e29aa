// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static ai.heymilo.spec.derive.Views.answered;
import static ai.heymilo.spec.derive.Views.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantsTest {
  @Test
  void constantsOfRequestsAreWrittenByTheGeneratedCode() {
    JsonNode view = sent("{\"const\": \"resume\", \"type\": \"string\"}");

    assertThat(view.path("x-const").asText()).isEqualTo("resume");
    assertThat(view.path("x-const-java").asText()).isEqualTo("\"resume\"");
    assertThat(view.has("const")).isFalse();
  }

  @Test
  void constantsOfAnswersStayPlainProperties() {
    JsonNode view = answered("{\"const\": \"list\", \"type\": \"string\"}");

    assertThat(view.path("type").asText()).isEqualTo("string");
    assertThat(view.has("x-const-java")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'\"a\"',string", "true,boolean", "7,integer"})
  void theTypeIsTheConstantsOwnWhereNoneIsSaid(String constant, String type) {
    assertThat(answered("{\"const\": " + constant + "}").path("type").asText()).isEqualTo(type);
  }

  @Test
  void anEnumerationOfOneIsAConstant() {
    assertThat(sent("{\"enum\": [\"a\"], \"type\": \"string\"}").path("x-const-java").asText())
        .isEqualTo("\"a\"");
  }

  @Test
  void otherConstantsAreRefused() {
    JsonNode document = Views.documentOf("{\"A\": {\"properties\": {\"p\": {\"const\": [1]}}}}");

    assertThat(Views.refusals(document))
        .containsExactly(
            "/components/schemas/A/properties/p: a constant that is no string, integer or"
                + " boolean: [1]");
  }
}
