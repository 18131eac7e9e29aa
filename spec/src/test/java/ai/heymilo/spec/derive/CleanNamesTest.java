// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanNamesTest {
  private static final String OBJECT = ": {\"type\": \"object\", \"properties\": {}}";

  @ParameterizedTest
  @CsvSource({
    "SingleResponse_PostingResponse_,SingleResponsePostingResponse",
    "_FormStep,FormStep",
    "HTTPValidationError,HTTPValidationError",
    "ai.heymilo.Thing-Part,AiHeymiloThingPart",
    "2fa,Model2fa",
    "class,ModelClass",
    "List,ModelList",
    "Object,ModelObject",
    "Limits,ModelLimits",
    "Operation,ModelOperation"
  })
  void everySchemaIsNamedAsAClassOfItsOwn(String name, String clean) {
    assertThat(Views.schemas("{\"" + name + "\"" + OBJECT + "}").fieldNames())
        .toIterable()
        .containsExactly(clean);
  }

  @Test
  void namesThatDifferOnlyInCaseOrPunctuationAreTwoClasses() {
    assertThat(
            Views.schemas(
                    "{\"Foo_Bar\""
                        + OBJECT
                        + ", \"FooBar\""
                        + OBJECT
                        + ", \"foobar\""
                        + OBJECT
                        + "}")
                .fieldNames())
        .toIterable()
        .containsExactly("FooBar", "FooBar2", "Foobar3");
  }

  @Test
  void referencesFollow() {
    JsonNode schemas =
        Views.schemas(
            """
            {"_A": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/B_"}}},
             "B_": {"type": "object", "properties": {}}}
            """);

    assertThat(schemas.at("/A/properties/b").findValue("$ref").asText())
        .isEqualTo("#/components/schemas/B");
  }
}
