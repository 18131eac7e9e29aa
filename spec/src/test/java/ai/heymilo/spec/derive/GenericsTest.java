// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that FastAPI writes for {@code Page[Pet]} and {@code One[Pet]}. */
class GenericsTest {
  private static final String PET = "\"Pet\": {\"properties\": {\"name\": {\"type\": \"string\"}}}";
  private static final String REF = "{\"$ref\": \"#/components/schemas/%s\"}";

  /** Returns an instance with a list of a schema, and how many there are. */
  private static String page(String name, String item, String count) {
    return "\"%s\": {\"title\": \"%s\", \"properties\": {\"data\": {\"type\": \"array\", \"items\": %s}, \"count\": {\"type\": \"%s\"}}}"
        .formatted(name, name, REF.formatted(item), count);
  }

  private static ObjectNode document(String paths, String... schemas) {
    return Views.document(paths, "{" + PET + "," + String.join(",", schemas) + "}");
  }

  /** Returns operations of which each answers with one of some schemas. */
  private static String answering(String... schemas) {
    List<String> paths = new ArrayList<>();
    for (String schema : schemas) {
      paths.add(
          "\"/%d\": {\"get\": {\"operationId\": \"get%d\", \"responses\": {\"200\": {\"description\": \"ok\", \"content\": {\"application/json\": {\"schema\": %s}}}}}}"
              .formatted(paths.size(), paths.size(), REF.formatted(schema)));
    }
    return "{" + String.join(",", paths) + "}";
  }

  private static List<String> names(JsonNode view) {
    List<String> names = new ArrayList<>();
    view.at("/components/schemas").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void instancesAreOneSchemaAndTheirAnswersHaveAnArgument() {
    JsonNode view =
        GeneratorView.derive(
            document(
                answering("Page_Pet_", "Page_Shop_"),
                page("Page_Pet_", "Pet", "integer"),
                "\"Shop\": {\"properties\": {\"city\": {\"type\": \"string\"}}}",
                page("Page_Shop_", "Shop", "integer"),
                page("Page_Nobody_", "Nobody", "integer"),
                "\"Nobody\": {\"properties\": {}}"));

    assertThat(names(view)).containsExactly("Pet", "Page", "Shop", "Nobody");
    JsonNode page = view.at("/components/schemas/Page");
    assertThat(page.path("x-self").asText()).isEqualTo("Page<T>");
    assertThat(page.at("/properties/data/x-generic").asText()).isEqualTo("List<T>");
    assertThat(page.at("/properties/count/type").asText()).isEqualTo("integer");
    assertThat(view.at("/paths/~10/get/x-answer-type").asText()).isEqualTo("Page<Pet>");
    assertThat(view.at("/paths/~11/get/x-answer-reader").asText())
        .isEqualTo("Page.reader(Shop.reader())");
  }

  @ParameterizedTest
  @ValueSource(strings = {"One_list_Pet__", "One_List_Pet__"})
  void theArgumentMayBeAList(String name) {
    JsonNode view =
        GeneratorView.derive(
            document(
                answering(name),
                "\""
                    + name
                    + "\": {\"properties\": {\"data\": {\"type\": \"array\","
                    + " \"title\": \"Data\", \"items\": "
                    + REF.formatted("Pet")
                    + "}}}"));

    assertThat(names(view)).containsExactly("Pet", "One");
    assertThat(view.at("/components/schemas/One/properties/data/x-generic").asText())
        .isEqualTo("T");
    assertThat(view.at("/paths/~10/get/x-answer-type").asText()).isEqualTo("One<List<Pet>>");
    assertThat(view.at("/paths/~10/get/x-answer-reader").asText())
        .isEqualTo("One.reader(Readers.list(Pet.reader()))");
  }

  @Test
  void anAnswerThatOperationsShareIsOne() {
    ObjectNode shared =
        document(
            """
            {"/0": {"get": {"operationId": "get0",
              "responses": {"200": {"$ref": "#/components/responses/Pets"}}}}}
            """,
            page("Page_Pet_", "Pet", "integer"));
    shared
        .withObject("/components/responses/Pets")
        .put("description", "ok")
        .withObject("/content/application~1json/schema")
        .put("$ref", "#/components/schemas/Page_Pet_");

    assertThat(GeneratorView.derive(shared).at("/paths/~10/get/x-answer-type").asText())
        .isEqualTo("Page<Pet>");
  }

  @Test
  void aPropertyOfAnAnswerIsNoAnswerWhateverItsName() {
    String wrapped =
        "{\"type\": \"object\", \"properties\": {\"schema\": %s}}"
            .formatted(REF.formatted("Page_Pet_"));
    JsonNode view =
        GeneratorView.derive(
            document(
                answering("Other").replace(REF.formatted("Other"), wrapped),
                page("Page_Pet_", "Pet", "integer")));

    assertThat(names(view)).contains("PagePet").doesNotContain("Page");
  }

  @Test
  void whatACallbackSendsIsMoreThanAnAnswer() {
    ObjectNode calling = document(answering("Page_Pet_"), page("Page_Pet_", "Pet", "integer"));
    calling
        .withObject(
            "/paths/~10/get/callbacks/done/~1done/post/requestBody/content/application~1json")
        .set("schema", Views.json(REF.formatted("Page_Pet_")));

    assertThat(names(GeneratorView.withGenerics(calling))).contains("Page_Pet_");
    assertThat(names(GeneratorView.derive(calling))).contains("PagePet");
  }

  @Test
  void noPropertyIsCalledAsTheReaderOfTheArgument() {
    JsonNode view =
        GeneratorView.derive(
            document(
                answering("Page_Pet_"),
                page("Page_Pet_", "Pet", "integer").replace("\"count\"", "\"of\"")));

    assertThat(view.at("/components/schemas/Page/properties/of/x-java-name").asText())
        .isNotEqualTo("of");
  }

  @Test
  void theOneThatDiffersStays() {
    JsonNode view =
        GeneratorView.derive(
            document(
                answering("Page_Dog_", "Page_Pet_", "Page_Cat_"),
                "\"Dog\": {\"properties\": {}}, \"Cat\": {\"properties\": {}}",
                page("Page_Dog_", "Dog", "string"),
                page("Page_Pet_", "Pet", "integer"),
                page("Page_Cat_", "Cat", "integer")));

    assertThat(names(view)).containsExactly("Pet", "Dog", "Cat", "PageDog", "Page");
    assertThat(view.at("/paths/~10/get").has("x-answer-type")).isFalse();
    assertThat(view.at("/paths/~12/get/x-answer-type").asText()).isEqualTo("Page<Cat>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // used within another schema; the base has a schema; the argument is no object
        "'\"Zoo\": {\"properties\": {\"p\": {\"$ref\": \"#/components/schemas/Page_Pet_\"}}}'|Pet",
        "'\"Page\": {\"properties\": {\"p\": {\"type\": \"string\"}}}'|Pet",
        "'\"T\": {\"properties\": {\"p\": {\"type\": \"string\"}}}'|Pet",
        "'\"_t\": {\"properties\": {\"p\": {\"type\": \"string\"}}}'|Pet",
        "'\"Other\": {\"properties\": {\"p\": {\"type\": \"string\"}}}'|Other",
        "'\"Other\": {\"properties\": {\"p\": {\"type\": \"string\"}}}'|Gone"
      })
  void whatIsNoInstanceForSureStays(String other, String item) {
    JsonNode view =
        GeneratorView.derive(
            document(
                answering("Page_Pet_"),
                page("Page_Pet_", item.equals("Gone") ? "Pet" : item, "integer")
                    .replace(
                        "\"data\": {",
                        item.equals("Gone") ? "\"data\": {\"maxItems\": 3," : "\"data\": {"),
                other));

    assertThat(names(view)).contains("PagePet").doesNotContain("Page2");
    assertThat(view.at("/paths/~10/get").has("x-answer-type")).isFalse();
  }

  @Test
  void whatHasBeenMadeOneStaysSo() {
    Stream.of(document(answering("Page_Pet_"), page("Page_Pet_", "Pet", "integer")))
        .map(GeneratorView::withGenerics)
        .forEach(
            once -> {
              assertThat(GeneratorView.withGenerics(once)).isEqualTo(once);
              assertThat(GeneratorView.derive(once).at("/paths/~10/get/x-answer-type").asText())
                  .isEqualTo("Page<Pet>");
            });
  }
}
