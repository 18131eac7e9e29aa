// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a document adds, at whatever place, changes nothing of the Java that there was: one test for
 * each place, for what one addition does another may hide.
 */
class AdditionsTest {
  private static final JsonNode BUNDLED = Sites.bundled();
  private static final Map<String, String> JAVA = JavaShape.of(BUNDLED).members();

  private final Map<String, Consumer<ObjectNode>> additions = new LinkedHashMap<>();

  @TestFactory
  Iterable<DynamicTest> leaveTheJavaOfOtherPlacesAlone() {
    enumValues(BUNDLED, "");
    schemas();
    operations();
    return additions.entrySet().stream()
        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> assertHarmless(one.getValue())))
        .toList();
  }

  private static void assertHarmless(Consumer<ObjectNode> addition) {
    ObjectNode document = BUNDLED.deepCopy();
    addition.accept(document);
    Map<String, String> now = JavaShape.of(document).members();
    Map<String, String> changed = new LinkedHashMap<>(JAVA);
    changed.entrySet().removeIf(one -> one.getValue().equals(now.get(one.getKey())));

    assertThat(changed).isEmpty();
    assertThat(Comparison.ofDocuments(BUNDLED, document))
        .isNotEmpty()
        .noneMatch(Change::breaksJava);
  }

  /** Listed or only described. */
  private void enumValues(JsonNode node, String pointer) {
    if (node.path("enum").isArray()) {
      additions.put(
          "value of " + pointer,
          document -> ((ArrayNode) document.at(pointer + "/enum")).add("new"));
    }
    String description = node.path("description").asText();
    if (description.matches("[^:.']*: '[a-z_]+', .*")
        && node.path("type").asText().equals("string")) {
      additions.put(
          "value described at " + pointer,
          document ->
              ((ObjectNode) document.at(pointer))
                  .put("description", description.replaceFirst(": '", ": 'new', '")));
    }
    node.properties()
        .forEach(
            child ->
                enumValues(child.getValue(), pointer + "/" + child.getKey().replace("/", "~1")));
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      enumValues(node.get(i), pointer + "/" + i);
    }
  }

  private void schemas() {
    additions.put(
        "optional fields of all schemas",
        document ->
            inAll(document, properties -> properties.putObject("new").put("type", "string")));
    additions.put(
        "enumerations in all schemas",
        document ->
            inAll(
                document,
                properties -> properties.putObject("new_mode").putArray("enum").add("x").add("y")));
    additions.put(
        "schema before all others with enumerations of names that there are",
        document -> {
          JsonNode others = ((ObjectNode) document.path("components")).remove("schemas");
          ObjectNode schemas = ((ObjectNode) document.path("components")).putObject("schemas");
          ObjectNode properties = schemas.putObject("Aaa").putObject("properties");
          for (String name : new String[] {"status", "mcq_type", "job_delivery_mode", "modality"}) {
            properties.putObject(name).putArray("enum").add("pending").add("active").add("error");
          }
          schemas.setAll((ObjectNode) others);
        });
  }

  private static void inAll(ObjectNode document, Consumer<ObjectNode> change) {
    for (JsonNode schema : document.at("/components/schemas")) {
      if (schema.path("properties").isObject()) {
        change.accept((ObjectNode) schema.path("properties"));
      }
    }
  }

  private void operations() {
    for (PublishedOperation operation : new Published(BUNDLED).operations()) {
      String pointer = operation.place().pointer();
      for (String in : new String[] {"query", "header"}) {
        additions.put(
            "optional parameter in the " + in + " of " + operation.id(),
            document ->
                ((ArrayNode) document.at(pointer + "/parameters"))
                    .addObject()
                    .put("name", "new")
                    .put("in", in)
                    .putObject("schema")
                    .put("type", "string"));
      }
    }
    additions.put(
        "answers of all operations",
        document ->
            inAllAnswers(document, answers -> answers.putObject("499").put("description", "New.")));
    additions.put(
        "successes without a body, before all other answers",
        document ->
            inAllAnswers(
                document,
                answers -> {
                  ObjectNode others = answers.deepCopy();
                  answers.removeAll().putObject("290").put("description", "New.");
                  answers.setAll(others);
                }));
    additions.put(
        "successes with another body",
        document ->
            inAllAnswers(
                document,
                answers -> answers.putObject("299").putObject("content").putObject("text/csv")));
    PublishedOperation any = new Published(BUNDLED).operations().get(0);
    additions.put(
        "an operation, of a new tag", document -> copy(document, any).putArray("tags").add("New"));
    additions.put(
        "operations without parameters, before all others",
        document -> {
          JsonNode others = document.remove("paths");
          document.putObject("paths");
          copy(document, any).remove("parameters");
          ((ObjectNode) document.path("paths")).setAll((ObjectNode) others);
        });
  }

  private static void inAllAnswers(ObjectNode document, Consumer<ObjectNode> change) {
    for (JsonNode path : document.path("paths")) {
      path.forEach(operation -> change.accept((ObjectNode) operation.path("responses")));
    }
  }

  private static ObjectNode copy(ObjectNode document, PublishedOperation operation) {
    ObjectNode copy = operation.node().deepCopy();
    copy.put("operationId", "new");
    ((ObjectNode) document.path("paths")).putObject("/new").set("post", copy);
    return copy;
  }
}
