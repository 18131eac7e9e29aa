// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "number,Unix timestamp of creation.,unix-time",
    "integer,Creation time as a Unix epoch timestamp,unix-time",
    "number,'Sent, in epoch seconds.',unix-time",
    "string,Updated ISO 8601 deadline.,date-time",
    "string,ISO-8601 instant,date-time",
    "number,Score (0.0-10.0).,''",
    "string,Interview language (ISO 639-1),''",
    "string,ISO 8601 duration,''",
    "string,Unix timestamp as text,''"
  })
  void descriptionsSayWhatIsATime(String type, String description, String format) {
    String property = "{\"type\": \"" + type + "\", \"description\": \"" + description + "\"}";

    assertThat(Views.answered(property).path("format").asText()).isEqualTo(format);
    assertThat(Views.answered(property).path("x-unix-time").asBoolean())
        .isEqualTo(format.equals("unix-time"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int32", "int64", "double"})
  void theSizeOfANumberDoesNotHideATime(String format) {
    String property =
        "{\"type\": \"number\", \"format\": \"" + format + "\", \"description\": \"Unix time.\"}";

    assertThat(Views.answered(property).path("format").asText()).isEqualTo("unix-time");
  }

  @Test
  void aFormatOfTextThatIsStatedStays() {
    assertThat(
            Views.answered(
                    """
                    {"type": "string", "format": "email", "description": "Not an ISO 8601 time."}
                    """)
                .path("format")
                .asText())
        .isEqualTo("email");
  }
}
