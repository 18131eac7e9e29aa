package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.spec.derive.GeneratorView;
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
  private static final Map<String, String> JAVA =
      JavaShape.of(BUNDLED, GeneratorView.derive(BUNDLED)).members();

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
    Map<String, String> now = JavaShape.of(document, GeneratorView.derive(document)).members();

    assertThat(document).isNotEqualTo(BUNDLED);
    assertThat(now).containsAllEntriesOf(JAVA);
    assertThat(Comparison.of(BUNDLED, document)).isNotEmpty().noneMatch(Change::isBreaking);
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
    ((ObjectNode) BUNDLED.at("/components/schemas"))
        .fieldNames()
        .forEachRemaining(
            name -> {
              String pointer = "/components/schemas/" + name;
              if (BUNDLED.at(pointer).path("properties").isObject()) {
                additions.put(
                    "optional field of " + name,
                    document -> property(document, pointer, "new").put("type", "string"));
                additions.put(
                    "enumeration in " + name,
                    document -> property(document, pointer, "new_mode").putArray("enum").add("x"));
              }
            });
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

  private static ObjectNode property(ObjectNode document, String schema, String name) {
    return ((ObjectNode) document.at(schema + "/properties")).putObject(name);
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
      for (String status : new String[] {"204", "409"}) {
        additions.put(
            "status " + status + " of " + operation.id(),
            document ->
                ((ObjectNode) document.at(pointer + "/responses"))
                    .putObject(status)
                    .put("description", "New."));
      }
      additions.put(
          "one more success of " + operation.id(),
          document ->
              ((ObjectNode) document.at(pointer + "/responses"))
                  .putObject("299")
                  .put("description", "New.")
                  .putObject("content")
                  .putObject("text/csv"));
      additions.put(
          "operation like " + operation.id(),
          document -> copy(document, operation, "new").putArray("tags").add("New"));
      additions.put(
          "operation like " + operation.id() + " without parameters, before all others",
          document -> {
            JsonNode others = document.remove("paths");
            document.putObject("paths");
            copy(document, operation, "new").remove("parameters");
            ((ObjectNode) document.path("paths")).setAll((ObjectNode) others);
          });
    }
  }

  private static ObjectNode copy(ObjectNode document, PublishedOperation operation, String id) {
    ObjectNode copy = operation.node().deepCopy();
    copy.put("operationId", id);
    ((ObjectNode) document.path("paths")).putObject("/new").set("post", copy);
    return copy;
  }
}
