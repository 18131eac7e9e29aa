// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the rules make of the vendor's document. */
class BundledViewTest {
  private final JsonNode published = Views.bundled();
  private final ObjectNode view = GeneratorView.derive(published);
  private final JsonNode schemas = view.at("/components/schemas");

  @Test
  void allOperationsAreThere() {
    assertThat(view.findValuesAsText("operationId"))
        .isNotEmpty()
        .isEqualTo(published.findValuesAsText("operationId"));
  }

  @Test
  void allPublishedSchemasAreThereUnderCleanNames() {
    Set<String> clean = new TreeSet<>();
    published
        .at("/components/schemas")
        .fieldNames()
        .forEachRemaining(name -> clean.add(name.replace("list_", "List").replace("_", "")));

    assertThat(clean).hasSize(published.at("/components/schemas").size());
    assertThat(schemas.fieldNames()).toIterable().containsAll(clean);
    assertThat(schemas.fieldNames())
        .toIterable()
        .allMatch(name -> name.matches("[A-Z][A-Za-z0-9]*"));
  }

  @Test
  void everyPropertyIsThereUnderItsOwnName() {
    published
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                assertThat(
                        schemas
                            .path(schema.getKey().replace("list_", "List").replace("_", ""))
                            .path("properties")
                            .fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(
                        () -> schema.getValue().path("properties").fieldNames()));
  }

  @Test
  void itSpeaksVersion303() {
    assertThat(view.path("openapi").asText()).isEqualTo("3.0.3");
    assertThat(keywords()).doesNotContain("const", "title", "examples");
  }

  @Test
  void noParameterIsAboutAuthentication() {
    assertThat(view.path("paths").findValuesAsText("name"))
        .contains("posting_id")
        .doesNotContain("X-API-KEY", "X-Workspace-Id");
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
  void requestsAndAnswersShareNoObject() {
    assertThat(schemas.properties().stream().filter(e -> e.getValue().has("x-request")))
        .extracting(java.util.Map.Entry::getKey)
        .filteredOn(name -> name.endsWith("Response"))
        .isEmpty();
  }

  @Test
  void theStepsOfAWorkflowAreToldApartByTheirType() {
    JsonNode step = schemas.path("CreatePostingRequestStep");

    assertThat(step.at("/discriminator/propertyName").asText()).isEqualTo("type");
    assertThat(step.at("/discriminator/mapping").fieldNames())
        .toIterable()
        .containsExactly("web_interview", "conversational_sms", "resume", "form");
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

  @Test
  void workflowAndTemplateExcludeEachOther() {
    JsonNode properties = schemas.at("/CreatePostingRequest/properties");

    assertThat(properties.at("/workflow/x-exclusive").asBoolean()).isTrue();
    assertThat(properties.at("/interview_template_id/x-exclusive").asBoolean()).isTrue();
  }

  private Set<String> keywords() {
    Set<String> keywords = new TreeSet<>();
    new Document(view)
        .forEachSchema((schema, pointer) -> schema.fieldNames().forEachRemaining(keywords::add));
    return keywords;
  }
}
