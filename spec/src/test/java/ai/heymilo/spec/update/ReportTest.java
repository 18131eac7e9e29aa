// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads. */
class ReportTest {
  private final ObjectNode document = SmallDocument.read();

  private ObjectNode property(String schema, String property) {
    return (ObjectNode) document.at("/components/schemas/" + schema + "/properties/" + property);
  }

  private List<Change> changes() {
    return Comparison.of(SmallDocument.read(), document);
  }

  private String console() {
    return new Report(changes()).console();
  }

  @Test
  void breakingChangesComeFirstWithTheSideThatTheyBreak() {
    property("MakeRequest", "title").put("maxLength", 100).put("description", "Anew.");
    ((ObjectNode) document.at("/components/schemas/Gadget/properties")).remove("id");

    assertThat(console())
        .isEqualTo(
            """
            3 changes: 2 breaking, 0 safe, 1 of wording only.

            Breaking:
              MakeRequest.title: limit tightened: maxLength was 200, is 100.\
             [sent: BREAKING on the wire; read: -]
              Gadget.id: field removed: is gone. [sent: -; read: BREAKING in Java]

            Wording only:
              MakeRequest.title: wording only: has other words (description).
            """);
  }

  @Test
  void wordsThatTheRulesReadAreToldByWhatTheyDoInJava() {
    property("Gadget", "made_at").put("description", "When it was made.");

    assertThat(console())
        .contains("Gadget.made_at: Java only: was number (unix-time) in Java, is number.");
  }

  @Test
  void aHeaderThatMostOperationsTakeNowIsToldByWhatItDoesInJava() {
    ObjectNode before = SmallDocument.read();
    ((ArrayNode) before.at("/paths/~1gadgets/post/parameters")).removeAll();
    List<Change> found = Comparison.of(before, document);

    assertThat(found)
        .anySatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(ChangeKind.PARAMETER_ADDED);
              assertThat(change.where()).isEqualTo("makeGadget(X-Workshop)");
            });
    assertThat(new Report(found).console())
        .contains(
            "listGadgets(X-Workshop): Java only: was given with each call in Java, is set once for"
                + " a client.");
    assertThat(Comparison.of(document, before)).noneMatch(c -> c.kind() == ChangeKind.JAVA);
  }

  @Test
  void theMarkdownHasThePointerOfEachChange() {
    property("MakeRequest", "title").put("maxLength", 100);

    assertThat(new Report(changes()).markdown())
        .contains("## Breaking")
        .contains("| `MakeRequest.title` |")
        .contains("| `/components/schemas/MakeRequest/properties/title` |");
  }

  @Test
  void theChangelogNamesWhatBreaksAndWhatIsNew() {
    property("MakeRequest", "title").put("maxLength", 100);
    ((ObjectNode) document.at("/components/schemas/Gadget/properties"))
        .putObject("colour")
        .put("type", "string");

    assertThat(new Report(changes()).changelog("2.1.0"))
        .isEqualTo(
            """
            ### Changed
            - The vendor's document is version 2.1.0.

            ### Breaking
            - `MakeRequest.title` maxLength was 200, is 100.

            ### Added
            - `Gadget.colour` is new, and optional.
            """);
  }
}
