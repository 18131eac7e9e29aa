// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of operations: names, parameters, bodies. */
class OperationsTest {
  private static JsonNode operation(String path, String method, String operation) {
    return GeneratorView.derive(
            Views.document(
                "{\"" + path + "\": {\"" + method + "\": " + operation + "}}",
                "{\"Out\": {\"type\": \"object\", \"properties\": {}}}"))
        .at("/paths/" + Pointers.escape(path) + "/" + method);
  }

  @ParameterizedTest
  @CsvSource({
    "listPostings,listPostings",
    "list_postings_api_v2_things_get,listPostings",
    "ListPostings,listPostings",
    "HTTPPing,httpPing",
    "list-postings,listPostings",
    "'',getApiV2Things",
    "import,callImport",
    "toString,callToString"
  })
  void operationsHaveMethodNames(String id, String method) {
    JsonNode view =
        operation("/api/v2/things", "get", "{\"operationId\": \"" + id + "\", \"responses\": {}}");

    assertThat(view.path("x-method").asText()).isEqualTo(method);
    assertThat(view.path("x-operation-id").asText()).isEqualTo(id);
  }

  @Test
  void jsonIsChosenWhereItIsOffered() {
    JsonNode view =
        operation(
            "/a",
            "get",
            """
            {"responses": {"200": {"content": {"text/csv": {}, "application/vnd.x+json": {
               "schema": {"$ref": "#/components/schemas/Out"}}}}}}
            """);

    assertThat(view.at("/responses/200/content").fieldNames())
        .toIterable()
        .containsExactly("application/json");
    assertThat(view.has("x-accept")).isFalse();
  }

  @Test
  void otherAnswersAreBytes() {
    JsonNode view =
        operation("/a", "get", "{\"responses\": {\"200\": {\"content\": {\"audio/mpeg\": {}}}}}");

    assertThat(view.at("/responses/200/content/application~1json/schema/format").asText())
        .isEqualTo("raw-bytes");
    assertThat(view.path("x-accept").asText()).isEqualTo("audio/mpeg");
  }

  @Test
  void aRedirectIsASuccessOnlyWhereThereIsNoOther() {
    assertThat(operation("/a", "get", "{\"responses\": {\"302\": {}}}").has("x-redirects"))
        .isTrue();
    assertThat(
            operation("/a", "get", "{\"responses\": {\"302\": {}, \"200\": {}}}")
                .has("x-redirects"))
        .isFalse();
  }

  @Test
  void theEmptySuccessThatFastApiAddsToARedirectIsNone() {
    String answers =
        "{\"responses\": {\"302\": {}, \"200\": {\"content\": {\"application/json\": {\"schema\": %s}}}}}";

    JsonNode view = operation("/a", "get", String.format(answers, "{\"title\": \"Response A\"}"));

    assertThat(view.has("x-redirects")).isTrue();
    assertThat(view.path("responses").has("200")).isFalse();
    assertThat(
            operation("/a", "get", String.format(answers, "{\"type\": \"string\"}"))
                .has("x-redirects"))
        .isFalse();
  }

  @Test
  void parametersOfAPathComeFirstAndAreOverriddenByAnOperationsOwn() {
    JsonNode view =
        GeneratorView.derive(
                Views.document(
                    """
                    {"/a/{id}": {
                       "parameters": [
                         {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                         {"name": "q", "in": "query", "schema": {"type": "integer"}}],
                       "get": {"operationId": "a", "responses": {}, "parameters": [
                         {"name": "z", "in": "query", "schema": {"type": "string"}},
                         {"name": "q", "in": "query", "schema": {"type": "string"}}]}}}
                    """,
                    "{}"))
            .at("/paths/~1a~1{id}");

    assertThat(view.at("/get/parameters").findValuesAsText("name")).containsExactly("id", "q", "z");
    assertThat(view.at("/get/parameters/1/schema/type").asText()).isEqualTo("string");
    assertThat(view.has("parameters")).isFalse();
  }

  @Test
  void webhooksAndCallbacksAreLeftOut() {
    JsonNode view = operation("/a", "post", "{\"callbacks\": {\"on\": {}}, \"responses\": {}}");

    assertThat(view.has("callbacks")).isFalse();
  }
}
