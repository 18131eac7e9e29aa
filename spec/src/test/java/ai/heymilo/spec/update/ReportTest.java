// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads. */
class ReportTest {
  private final ObjectNode document = SmallDocument.read();

  @TempDir Path project;

  private ObjectNode property(String schema, String property) {
    return (ObjectNode) document.at("/components/schemas/" + schema + "/properties/" + property);
  }

  private Report report() throws Exception {
    return new Report(Comparison.of(SmallDocument.read(), document), HandWritten.below(project));
  }

  private void write(String file, String text) throws Exception {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void breakingChangesComeFirstWithTheLinesThatTheyTouch() throws Exception {
    property("MakeRequest", "title").put("maxLength", 100).put("description", "Anew.");
    ((ObjectNode) document.at("/components/schemas/Gadget/properties")).remove("id");
    property("Gadget", "making").put("description", "Unix timestamp of its making.");
    write("fluent-api/src/test/java/ATest.java", "Gadget g;\n\ng.getId();");
    write("fluent-api/src/main/java/A.java", "Gadget g;\nlist.map(Gadget::getId);");
    write("fluent-api/src/main/java/B.java", "other.getId();");
    write("fluent-api/target/src/main/java/C.java", "Gadget g; g.getId();");

    assertThat(report().console())
        .isEqualTo(
            """
            3 changes: 2 breaking, 0 safe, 0 descriptions to read, 1 of wording only.

            Breaking:
              Gadget.id: is gone. [does not compile]
                  fluent-api/src/main/java/A.java:2, fluent-api/src/test/java/ATest.java:3
              MakeRequest.title: maxLength was 200, is 100. [behaves differently]
                  no hand-written line uses it
            """);
  }

  @Test
  void manyBreaksFitAScreen() throws Exception {
    ObjectNode before = SmallDocument.read();
    for (int i = 0; i < 100; i++) {
      ((ObjectNode) before.at("/components/schemas/Gadget/properties")).putObject("field" + i);
    }
    String console =
        new Report(Comparison.of(before, document), HandWritten.below(project)).console();

    assertThat(console.lines()).hasSizeLessThan(40);
    assertThat(console).contains("100 breaking", "and 88 more, in the report");
  }

  @Test
  void aRenamedFieldIsOneChange() throws Exception {
    ObjectNode fields = (ObjectNode) document.at("/components/schemas/MakeRequest/properties");
    fields.set("headline", fields.remove("title"));
    write("fluent-api/src/main/java/A.java", "new MakeRequest()\n    .title(text);");

    assertThat(report().console())
        .contains("1 changes: 1 breaking")
        .contains(
            """
            MakeRequest.headline: was called title. [does not compile]
                  fluent-api/src/main/java/A.java:2
            """);
  }

  @Test
  void wordsThatTheRulesReadAreJudgedByWhatIsGenerated() throws Exception {
    property("Gadget", "making").put("description", "When it was made.");

    assertThat(report().console()).contains("Gadget.making: was Instant, is Double.");
  }

  @Test
  void descriptionsThatNameOtherNumbersAreShown() throws Exception {
    ObjectNode before = document.deepCopy();
    property("MakeRequest", "title").put("description", "Kept for 30 days.");
    ((ObjectNode) before.at("/components/schemas/MakeRequest/properties/title"))
        .put("description", "Kept for 90 days.");

    assertThat(new Report(Comparison.of(before, document), HandWritten.below(project)).console())
        .contains("MakeRequest.title: the description named [90], names [30].");
  }

  @Test
  void aHeaderThatMostOperationsTakeNowBreaksThoseThatHadItBefore() {
    ObjectNode before = SmallDocument.read();
    ((ArrayNode) before.at("/paths/~1gadgets/post/parameters")).removeAll();
    List<Change> found = Comparison.of(before, document);

    assertThat(found)
        .extracting(Change::toString)
        .containsExactly(
            "makeGadget(X-Workshop): is new. [safe]",
            "listGadgets(X-Workshop): is set once for a client now. [does not compile]");
  }

  @Test
  void theMarkdownHasThePointerOfEachChange() throws Exception {
    property("MakeRequest", "title").put("maxLength", 100);

    assertThat(report().markdown())
        .contains("## Breaking")
        .contains("| `MakeRequest.title` |")
        .contains("| `/components/schemas/MakeRequest/properties/title` |");
  }

  @Test
  void theChangelogNamesWhatBreaksAndWhatIsNew() throws Exception {
    property("MakeRequest", "title").put("maxLength", 100);
    ((ObjectNode) document.at("/components/schemas/Gadget/properties"))
        .putObject("colour")
        .put("type", "string");

    assertThat(report().changelog("2.1.0"))
        .isEqualTo(
            """
            ### Changed
            - The vendor's document is version 2.1.0.

            ### Breaking
            - `MakeRequest.title`: maxLength was 200, is 100.

            ### Added
            - `Gadget.colour`: is new.
            """);
  }
}
