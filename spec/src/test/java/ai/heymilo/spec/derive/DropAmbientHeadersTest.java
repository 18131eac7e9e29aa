// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

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
}
