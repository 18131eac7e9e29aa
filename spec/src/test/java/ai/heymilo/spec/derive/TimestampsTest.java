// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
    "string,Unix timestamp as text,''",
    "number,Unix timestamp in milliseconds,unix-millis",
    "integer,Epoch milliseconds of the call,unix-millis",
    "number,Unix epoch millis,unix-millis"
  })
  void descriptionsSayWhatIsATime(String type, String description, String format) {
    String property = "{\"type\": \"" + type + "\", \"description\": \"" + description + "\"}";

    assertThat(Views.answered(property).path("format").asText()).isEqualTo(format);
    assertThat(Views.answered(property).path("x-unix-time").asBoolean())
        .isEqualTo(format.startsWith("unix-"));
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

  @ParameterizedTest
  @CsvSource({
    "created_at,number,,unix-time",
    "createdAt,integer,When it was created.,unix-time",
    "sent_at,string,,date-time",
    "sent_at,string,Time of sending.,date-time",
    "sent_at,string,Human-readable time.,''",
    "looked_at,number,Seconds from the start of the interview.,''",
    "looking_at,string,Who is looked at.,''",
    "at,number,,''",
    "format,string,,''",
    "sent_at,boolean,,''"
  })
  void namesSayWhatIsATime(String name, String type, String description, String format) {
    JsonNode property =
        Views.schemas(
                "{\"Answer\": {\"properties\": {\""
                    + name
                    + "\": {\"type\": \""
                    + type
                    + "\", \"description\": \""
                    + (description == null ? "" : description)
                    + "\"}}}}")
            .at("/Answer/properties/" + name);

    assertThat(property.path("format").asText()).isEqualTo(format);
  }

  @Test
  void whatCannotBeReadOrWrittenAsATimeIsRefused() {
    assertThat(
            Views.refusals(
                Views.document(
                    """
                    {"/a": {"get": {"operationId": "a", "parameters": [{"in": "query", "name": "t",
                      "schema": {"$ref": "#/components/schemas/Time"}}], "responses": {}}}}
                    """,
                    """
                    {"Time": {"type": "number", "description": "A Unix timestamp."},
                     "A": {"properties": {
                       "micros": {"type": "integer", "description": "Unix epoch microseconds."},
                       "list": {"type": "array", "items": {"$ref": "#/components/schemas/Time"}}}}}
                    """)))
        .containsExactly(
            "/components/schemas/A/properties/micros: a time in micro- or nanoseconds is not"
                + " understood: Unix epoch microseconds.",
            "/components/schemas/A/properties/list/items: a Unix time that is no property is not"
                + " understood",
            "/paths/~1a/get/parameters/0/schema: a Unix time that is no property is not"
                + " understood");
  }
}
