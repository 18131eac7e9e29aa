// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.Documents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules make of whole documents: the one of this build, and the second one. */
@ParameterizedClass
@MethodSource("documents")
class ViewTest {
  private final JsonNode published;
  private final ObjectNode view;
  private final JsonNode schemas;

  ViewTest(JsonNode published) {
    this.published = published;
    this.view = GeneratorView.derive(published);
    this.schemas = view.at("/components/schemas");
  }

  static Stream<JsonNode> documents() {
    return Stream.of(Documents.ofBuild(), Documents.second());
  }

  @Test
  void everyOperationIsThereUnderItsPublishedId() {
    assertThat(new Document(published.deepCopy()).operations())
        .isNotEmpty()
        .allSatisfy(
            operation ->
                assertThat(
                        view.path("paths")
                            .path(operation.path())
                            .path(operation.method())
                            .path("x-operation-id"))
                    .isEqualTo(operation.node().path("operationId")));
  }

  @Test
  void everySchemaIsThereUnderACleanName() {
    JsonNode expected = GeneratorView.withGenerics(published).at("/components/schemas");

    assertThat(byPublishedName().keySet())
        .isNotEmpty()
        .containsExactlyElementsOf(expected::fieldNames);
    assertThat(schemas.fieldNames())
        .toIterable()
        .allMatch(name -> name.matches("[A-Z][A-Za-z0-9]*"));
  }

  @Test
  void everyPropertyIsThereUnderItsOwnName() {
    byPublishedName()
        .forEach(
            (name, schema) -> {
              JsonNode before = published.at("/components/schemas").path(name);
              if (before.has("properties")) {
                assertThat(schema.path("properties").fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> before.path("properties").fieldNames());
              }
            });
  }

  private Map<String, ObjectNode> byPublishedName() {
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    for (JsonNode schema : schemas) {
      if (schema.has("x-published-name")) {
        byName.put(schema.path("x-published-name").asText(), (ObjectNode) schema);
      }
    }
    return byName;
  }

  @Test
  void itSpeaksVersion303() {
    assertThat(view.path("openapi").asText()).isEqualTo("3.0.3");
    assertThat(keywords()).doesNotContain("const", "title", "examples");
  }

  @Test
  void noParameterIsAboutAuthentication() {
    List<String> credentials = new ArrayList<>();
    published
        .at("/components/securitySchemes")
        .forEach(scheme -> credentials.add(scheme.path("name").asText()));

    assertThat(credentials).isNotEmpty();
    assertThat(view.path("paths").findValuesAsText("name"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(credentials);
  }

  @Test
  void noDefaultIsLeft() {
    assertThat(keywords()).doesNotContain("default");
  }

  @Test
  void onlyRequestsSayWhatMayBeNull() {
    Set<String> nullable = new TreeSet<>();
    Set<String> requests = new TreeSet<>();
    schemas
        .properties()
        .forEach(
            e -> {
              if (e.getValue().has("x-request")) {
                requests.add(e.getKey());
              }
              if (e.getValue().findValue("nullable") != null) {
                nullable.add(e.getKey());
              }
            });

    assertThat(nullable).isNotEmpty();
    assertThat(requests).containsAll(nullable);
    assertThat(view.path("paths").findValue("nullable")).isNull();
  }

  @Test
  void whatOnlyAnswersHaveIsNoRequest() {
    Set<String> sent = new HashSet<>();
    Set<String> read = new HashSet<>();
    view.path("paths").findValues("requestBody").forEach(body -> reach(body, sent));
    view.path("paths").findValues("responses").forEach(answers -> reach(answers, read));
    read.removeAll(sent);

    assertThat(read).isNotEmpty().noneMatch(name -> schemas.path(name).has("x-request"));
    sent.removeIf(name -> !schemas.path(name).has("properties"));
    assertThat(sent).isNotEmpty().allMatch(name -> schemas.path(name).has("x-request"));
  }

  private void reach(JsonNode from, Set<String> into) {
    for (String ref : from.findValuesAsText("$ref")) {
      String name = ref.substring(ref.lastIndexOf('/') + 1);
      if (into.add(name)) {
        reach(schemas.path(name), into);
      }
    }
  }

  @Test
  void theKindsOfAUnionAreToldApartByOneProperty() {
    for (JsonNode union : schemas) {
      if (union.has("oneOf")) {
        assertThat(union.at("/discriminator/propertyName").asText()).isNotEmpty();
        assertThat(union.at("/discriminator/mapping")).hasSameSizeAs(union.path("oneOf"));
      }
    }
  }

  @Test
  void everyTimestampOfAnAnswerHasAFormat() {
    List<String> without = new ArrayList<>();
    schemas
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(
                        property -> {
                          if (property.getKey().endsWith("_at")
                              && !property.getValue().has("format")) {
                            without.add(schema.getKey() + "." + property.getKey());
                          }
                        }));

    assertThat(without).isEmpty();
  }

  private Set<String> keywords() {
    Set<String> keywords = new TreeSet<>();
    new Document(view)
        .forEachSchema((schema, pointer) -> schema.fieldNames().forEachRemaining(keywords::add));
    return keywords;
  }
}
