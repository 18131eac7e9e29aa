// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RefuseUnknownKeywordsTest {
  @Test
  void everyKeywordThatIsNotUnderstoodIsNamedWithItsPlaceAtOnce() {
    assertThat(
            Views.refusals(
                Views.document(
                    """
                    {"/a/{b}": {"get": {"operationId": "a", "responses": {"200": {"content": {
                      "application/json": {"schema": {"dependentSchemas": {}}}}}}}}}
                    """,
                    """
                    {"A": {"properties": {"x/y": {"if": {}}}},
                     "B": {"items": {"unevaluatedItems": false}}}
                    """)))
        .containsExactly(
            "/components/schemas/A/properties/x~1y: the schema keyword 'if' is not understood",
            "/components/schemas/B/items: the schema keyword 'unevaluatedItems' is not understood",
            "/paths/~1a~1{b}/get/responses/200/content/application~1json/schema: the schema"
                + " keyword 'dependentSchemas' is not understood");
  }

  @Test
  void referencesThatLeadNowhereAreNamedWithTheirPlace() {
    assertThat(
            Views.refusals(
                Views.documentOf(
                    """
                    {"A": {"properties": {"p": {"$ref": "#/components/schemas/Gone"},
                                          "q": {"$ref": "other.json#/X"}}}}
                    """)))
        .containsExactly(
            "/components/schemas/A/properties/p: there is no schema \"#/components/schemas/Gone\"",
            "/components/schemas/A/properties/q: there is no schema \"other.json#/X\"");
  }

  @Test
  void oneExceptionHoldsAllFindings() {
    assertThatThrownBy(
            () ->
                GeneratorView.derive(
                    Views.documentOf("{\"A\": {\"if\": {}}, \"B\": {\"then\": {}}}")))
        .isInstanceOf(UnsupportedDocumentException.class)
        .hasMessageStartingWith("2 things not understood:")
        .hasMessageContaining("/components/schemas/A")
        .hasMessageContaining("/components/schemas/B");
  }

  @Test
  void propertiesThatAreCalledLikeKeywordsAreNoKeywords() {
    assertThat(Views.schemas("{\"A\": {\"properties\": {\"if\": {\"type\": \"string\"}}}}"))
        .isNotEmpty();
  }

  @Test
  void vendorExtensionsAreLeftAlone() {
    assertThat(Views.answered("{\"type\": \"string\", \"x-note\": 1}").has("x-note")).isTrue();
  }

  @Test
  void otherDocumentsThanOpenApi3AreRefused() {
    assertThat(Views.refusals(Views.json("{\"swagger\": \"2.0\"}")))
        .singleElement()
        .asString()
        .startsWith("/openapi: not an OpenAPI 3 document");
  }
}
