// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropAmbientHeadersTest {
  private static final String PATHS =
      """
      {"/a": {
         "parameters": [{"name": "X-Tenant", "in": "header", "schema": {"type": "string"}}],
         "get": {"operationId": "a", "responses": {}, "parameters": [
           {"name": "x-api-key", "in": "header", "required": true, "schema": {"type": "string"}},
           {"name": "Authorization", "in": "header", "schema": {"type": "string"}},
           {"name": "If-Match", "in": "header", "schema": {"type": "string"}},
           {"name": "X-Tenant", "in": "query", "schema": {"type": "string"}}]}},
       "/b": {"get": {"operationId": "b", "responses": {}, "parameters": [
           {"name": "X-Tenant", "in": "header", "schema": {"type": "string"}},
           {"name": "X-Every", "in": "header", "required": true, "schema": {"type": "string"}}]}}}
      """;

  private static List<String> names(String pointer) {
    ObjectNode document = Views.document(PATHS, "{}");
    ((ObjectNode) document.get("components"))
        .putObject("securitySchemes")
        .putObject("Key")
        .put("in", "header")
        .put("name", "X-API-KEY");
    return GeneratorView.derive(document).at(pointer).findValuesAsText("name");
  }

  @Test
  void securityHeadersAndAuthorizationGo() {
    assertThat(names("/paths/~1a/get/parameters")).doesNotContain("x-api-key", "Authorization");
  }

  @Test
  void otherHeadersAndParametersStay() {
    assertThat(names("/paths/~1a/get/parameters")).containsExactly("If-Match", "X-Tenant");
  }

  @Test
  void anOptionalHeaderOfEveryOperationGoesWhereverItStands() {
    assertThat(names("/paths/~1b/get/parameters")).doesNotContain("X-Tenant");
    assertThat(names("/paths/~1a/parameters")).isEmpty();
  }

  @Test
  void aRequiredHeaderStays() {
    assertThat(names("/paths/~1b/get/parameters")).containsExactly("X-Every");
  }

  /** Three operations of four have it beside the key; the fourth may come without. */
  @Test
  void anOptionalHeaderThatMostOperationsHaveBesideTheKeyGoes() {
    String key = header("Authorization", false);
    String both = key + ", " + header("X-Tenant", false);
    String required = key + ", " + header("X-Tenant", true);
    JsonNode view = GeneratorView.derive(Views.document(paths(both, both, both, required), "{}"));

    assertThat(view.at("/paths/~10/get/parameters")).isEmpty();
    assertThat(view.at("/paths/~13/get/parameters").findValuesAsText("name"))
        .as("where it is required, each call has it")
        .containsExactly("X-Tenant");
    JsonNode fewer = GeneratorView.derive(Views.document(paths(both, both, key, key), "{}"));
    assertThat(fewer.at("/paths/~10/get/parameters").findValuesAsText("name"))
        .containsExactly("X-Tenant");
  }

  @Test
  void operationsWithoutTheKeyDoNotCount() {
    String both = header("Authorization", false) + ", " + header("X-Tenant", false);
    JsonNode view = GeneratorView.derive(Views.document(paths(both, both, "", "", "", ""), "{}"));

    assertThat(view.at("/paths/~10/get/parameters")).isEmpty();
  }

  private static String header(String name, boolean required) {
    return String.format(
        "{\"name\": \"%s\", \"in\": \"header\", \"required\": %s,"
            + " \"schema\": {\"type\": \"string\"}}",
        name, required);
  }

  private static String paths(String... parameters) {
    StringBuilder paths = new StringBuilder();
    for (int i = 0; i < parameters.length; i++) {
      paths.append(i == 0 ? "{" : ", ");
      paths.append("\"/").append(i).append("\": {\"get\": {\"operationId\": \"get").append(i);
      paths.append("\", \"responses\": {}, \"parameters\": [").append(parameters[i]);
      paths.append("]}}");
    }
    return paths.append("}").toString();
  }
}
