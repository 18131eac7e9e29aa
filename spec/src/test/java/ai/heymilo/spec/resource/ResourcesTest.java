// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.spec.BundledDocument;
import ai.heymilo.spec.resource.ResourceOperation.Answer;
import ai.heymilo.spec.resource.ResourceOperation.Body;
import ai.heymilo.spec.resource.ResourceOperation.Retry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resources a document has, and what the methods of their operations are called. */
class ResourcesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ONE =
      "{'properties': {'data': {'$ref': '#/components/schemas/Thing'}}}";
  private static final String PAGE =
      "{'properties': {'data': {'type': 'array', 'items': {'$ref': '#/components/schemas/Thing'}},"
          + " 'pagination': {'type': 'object'}}}";
  private static final String LIST =
      "{'properties': {'data': {'type': 'array', 'items': {'type': 'string'}}}}";
  private static final String CURSOR = "{'name': 'starting_after', 'in': 'query'}";

  private final ObjectNode document = json("{'openapi': '3.1.0'}");

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private ResourcesTest thing(String properties) {
    document
        .withObject("/components/schemas")
        .set("Thing", json("{'type': 'object', 'properties': " + properties + "}"));
    return this;
  }

  /** Adds an operation {@code METHOD path id} that answers with a schema, none if it is empty. */
  private ResourcesTest with(String line, String status, String schema, String... parameters) {
    String[] parts = line.split(" ", -1);
    ObjectNode operation =
        document
            .withObject("/paths")
            .withObject("/" + parts[1].replace("~", "~0").replace("/", "~1"))
            .putObject(parts[0].toLowerCase(Locale.ROOT));
    if (parts.length > 2) {
      operation.put("operationId", parts[2]);
    }
    for (String parameter : parameters) {
      operation.withArray("parameters").add(json(parameter));
    }
    ObjectNode answer = operation.putObject("responses").putObject(status);
    if (!schema.isEmpty()) {
      answer.withObject("/content").putObject("application/json").set("schema", json(schema));
    }
    return this;
  }

  private Resources resources(Names names) {
    return Resources.of(document, names);
  }

  private List<String> names() {
    List<String> all = new ArrayList<>();
    resources(Names.none())
        .operations()
        .forEach(one -> all.add(one.resource().className() + "." + one.name()));
    return all;
  }

  @Test
  void collectionsItemsAndPlacesAreFoundByTheirPaths() {
    with("GET /api/v2/webhooks listWebhooks", "200", LIST)
        .with("DELETE /api/v2/webhooks/{webhook_id} deleteWebhook", "204", "")
        .with("GET /api/v2/webhooks/{webhook_id}/parts/{part_id} getPart", "200", ONE)
        .with("POST /api/v2/ats/sync syncAts", "200", ONE)
        .with("GET /health health_check_health_get", "200", "{}");

    assertThat(resources(Names.none()).all())
        .extracting(
            one -> one.kind() + " " + one.className() + " " + one.accessor() + " " + one.pathIds())
        .containsExactly(
            "COLLECTION Webhooks webhooks []",
            "ITEM Webhook webhook [webhook_id]",
            "ITEM WebhookPart part [webhook_id, part_id]",
            "PLACE Ats ats []",
            "PLACE Health health []");
    assertThat(resources(Names.none()).roots())
        .extracting(Resource::className)
        .containsExactly("Webhooks", "Ats", "Health");
    assertThat(names())
        .containsExactly(
            "Webhooks.list", "Webhook.delete", "WebhookPart.get", "Ats.sync", "Health.check");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/v2/interviews/{interview_id}/data getInterviewData, Interview.data",
    "GET /things/{id}/report download_report_things__id__report_get, Thing.downloadReport",
    "POST /things/{thing_id}/verify verifyCustomThing, Thing.verify",
    "GET /email-templates/{template_id} getEmailTemplate, EmailTemplate.get",
    "GET /boxes/{box_id} get_box_by_id, Box.get",
    "POST /things/{thing_id}/clone cloneThing, Thing.cloneThing",
    "POST /things/{thing_id}/import import, Thing.callImport",
    "GET /things/{thing_id}/state get_state, Thing.state",
    "GET /things/list list_thing_summaries_things_list_get, Things.listSummaries",
    "PUT /settings replaceSettings, Settings.replace",
    "PATCH /settings, Settings.update",
    "POST /imports, Imports.create",
  })
  void methodsAreNamedByIdAndPlaceAlone(String line, String name) {
    assertThat(with(line, "200", ONE).names()).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Pass the `interview_id` of the last one,'id,interview_id',interview_id",
    "The event_id of the event before,'thing_id,event_id',event_id",
    ",'id,thing_id',id",
    ",'other_id,thing_id',thing_id",
    "An unknown_id,'id',id",
  })
  void theCursorIsWhatTheParameterNamesElseTheItemsOwnId(
      String words, String properties, String cursor) {
    ObjectNode all = JSON.createObjectNode();
    for (String property : properties.split(",", -1)) {
      all.putObject(property).put("type", "string");
    }
    String parameter =
        words == null ? CURSOR : CURSOR.replace("}", ", 'description': '" + words + "'}");
    thing(all.toString()).with("GET /things listThings", "200", PAGE, parameter);

    Resources resources = resources(Names.none());

    assertThat(resources.undecided()).isEmpty();
    assertThat(resources.operations().get(0).paging().orElseThrow().cursor()).isEqualTo(cursor);
  }

  @Test
  void whatCannotBeDecidedNamesTheLineToAdd() {
    thing("{'name': {'type': 'string'}}")
        .with("GET /things listThings", "200", PAGE, CURSOR)
        .with("GET /boxes listBoxes", "200", PAGE)
        .with("GET /boxes/x getX", "200", ONE)
        .with("GET /boxes/x/y get_box_x", "200", ONE);

    assertThat(resources(Names.none()).undecided())
        .containsExactly(
            "listThings is a list whose items have no property that is its cursor for sure; add to"
                + " the names file: listThings = - cursor:PROPERTY",
            "listBoxes answers with pagination, but takes no starting_after; add to the names file:"
                + " listBoxes = - unpaged",
            "getX and get_box_x are both Boxes.x; add to the names file: get_box_x = ANOTHER_NAME");

    Resources named =
        resources(
            Names.of(
                Map.of(
                    "listThings", "- cursor:name", "listBoxes", "all unpaged", "get_box_x", "y")));

    assertThat(named.undecided()).isEmpty();
    assertThat(named.operations()).extracting(ResourceOperation::name).contains("list", "all", "y");
  }

  @Test
  void namesFileNamesClassesPinsActionsAndMarksOperations() {
    thing("{'id': {'type': 'string'}}")
        .with("POST /things/{thing_id}/clone cloneThing", "201", ONE)
        .with("GET /things/{thing_id}/parts listParts", "200", PAGE, CURSOR);

    Resources resources =
        resources(
            Names.of(
                Map.of(
                    "/things/{thing_id}", "com.example.Gadget",
                    "cloneThing", "duplicate hidden repeatable",
                    "listParts", "parts action")));

    Resource item = resources.all().get(0);
    assertThat(item.className()).isEqualTo("Gadget");
    assertThat(item.handWritten()).contains("com.example.Gadget");
    assertThat(item.operations())
        .extracting(ResourceOperation::name)
        .containsExactly("duplicate", "parts");
    assertThat(item.operations().get(0).isHidden()).isTrue();
    assertThat(item.operations().get(0).retry()).isEqualTo(Retry.REPEATABLE);
    assertThatThrownBy(() -> Names.of(Map.of("cloneThing", "duplicate hiden")))
        .hasMessageContaining("cloneThing = duplicate hiden: the flag \"hiden\" is unknown");
  }

  @Test
  void laterOperationsRenameNothing() {
    with("POST /things/{thing_id}/archive archiveThing", "200", ONE)
        .with("POST /things/{thing_id}/parts addPart", "201", ONE);
    List<String> before = names();

    with("GET /things listThings", "200", LIST)
        .with("GET /parts listAllParts", "200", LIST)
        .with("GET /things/{thing_id}/archive/reasons getReasons", "200", LIST)
        .with("POST /boxes/{box_id}/parts addBoxPart", "201", ONE);

    assertThat(names()).containsAll(before);
  }

  @Test
  void oneClassNameIsGivenOnce() {
    with("GET /boxes/{box_id}/parts/{part_id} getBoxPart", "200", ONE)
        .with("GET /boxes/{box_id}/parts listBoxParts", "200", LIST)
        .with("GET /parts listParts", "200", LIST)
        .with("GET /bags/{bag_id}/parts/{part_id} getBagPart", "200", ONE)
        .with("GET /bags/{bag_id}/parts listBagParts", "200", LIST);

    assertThat(resources(Names.none()).all())
        .extracting(Resource::className)
        .containsExactly("Box", "BoxParts", "BoxPart", "Parts", "Bag", "BagParts", "BagPart");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /things listThings, READ,",
    "POST /things createThing, ONCE, listThings",
    "PATCH /things/{thing_id} updateThing, UPDATE, getThing",
    "PUT /things/{thing_id} replaceThing, REPEATABLE, getThing",
    "DELETE /things/{thing_id} deleteThing, REPEATABLE, getThing",
    "POST /things/{thing_id}/clone cloneThing, ONCE, listThings",
    "POST /things/{thing_id}/archive archiveThing, ONCE, getThing",
    "POST /things/{thing_id}/notes addThingNote, ONCE, getThing",
    "POST /ats/sync syncAts, ONCE,",
  })
  void retryClassAndAdviceFollowFromMethodAndPlace(String line, Retry retry, String lookUp) {
    boolean creates = line.contains("clone") || line.contains("notes");
    with("GET /things listThings", "200", LIST).with("GET /things/{thing_id} getThing", "200", ONE);
    with(line, creates ? "201" : "200", ONE);

    String[] parts = line.split(" ", -1);
    ResourceOperation operation =
        resources(Names.none()).operation(parts[0], parts[1]).orElseThrow();

    assertThat(operation.retry()).isEqualTo(retry);
    assertThat(operation.lookUp().map(ResourceOperation::operationId).orElse(null))
        .isEqualTo(lookUp);
  }

  @Test
  void answersAndBodiesHaveTheirKind() {
    with("GET /a a", "200", ONE).with("GET /b b", "302", "").with("DELETE /c c", "204", "");
    with("POST /d d", "200", LIST);
    ((ObjectNode) document.at("/paths/~1a/get/responses/200"))
        .putObject("content")
        .putObject("audio/mpeg");
    ((ObjectNode) document.at("/paths/~1d/post"))
        .putObject("requestBody")
        .putObject("content")
        .putObject("multipart/form-data");

    List<ResourceOperation> all = resources(Names.none()).operations();

    assertThat(all)
        .extracting(ResourceOperation::answer)
        .containsExactly(Answer.BYTES, Answer.REDIRECT, Answer.NOTHING, Answer.JSON);
    assertThat(all.get(3).body()).isEqualTo(Body.RAW);
    assertThat(all.get(3).isList()).isTrue();
    assertThat(all.get(3).unwrapsData()).isTrue();
  }

  @Test
  void everyOperationOfTheBundledDocumentBelongsToOneResource() throws IOException {
    JsonNode published = JSON.readTree(BundledDocument.bytes());
    JsonNode before = published.deepCopy();
    int count = 0;
    for (JsonNode path : published.path("paths")) {
      count += path.size() - (path.has("parameters") ? 1 : 0);
    }

    Resources resources = Resources.of(published, Names.none());

    assertThat(published).isEqualTo(before);
    assertThat(resources.operations()).hasSize(count).doesNotHaveDuplicates();
    assertThat(resources.undecided()).isEmpty();
  }
}
