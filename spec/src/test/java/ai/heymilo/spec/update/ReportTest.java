package ai.heymilo.spec.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads. */
class ReportTest {
  private final ObjectNode document = Sites.bundled().deepCopy();

  private ObjectNode property(String schema, String property) {
    return (ObjectNode) document.at("/components/schemas/" + schema + "/properties/" + property);
  }

  private List<Change> changes() {
    return Comparison.of(Sites.bundled(), document);
  }

  private String console() {
    return new Report(changes()).console();
  }

  @Test
  void breakingChangesComeFirstWithTheSideThatTheyBreak() {
    property("CreatePostingRequest", "title").put("maxLength", 100).put("description", "Anew.");
    ((ObjectNode) document.at("/components/schemas/PostingResponse/properties")).remove("status");

    assertThat(console())
        .isEqualTo(
            """
            3 changes: 2 breaking, 0 safe, 1 of wording only.

            Breaking:
              CreatePostingRequest.title: limit tightened: maxLength was 200, is 100.\
             [sent: BREAKING on the wire; read: -]
              PostingResponse.status: field removed: is gone. [sent: -; read: BREAKING in Java]

            Wording only:
              CreatePostingRequest.title: wording only: has other words (description).
            """);
  }

  @Test
  void wordsThatTheRulesReadAreToldByWhatTheyDoInJava() {
    property("PostingResponse", "created_at").put("description", "When it was made.");

    assertThat(console())
        .contains(
            "PostingResponse.created_at: Java only: was number (unix-time) in Java, is number.");
  }

  @Test
  void aHeaderThatNotEveryOperationTakesAnyMoreIsToldByWhatItDoesInJava() {
    JsonNode parameters = document.at("/paths/~1api~1v2~1postings/post/parameters");
    ((com.fasterxml.jackson.databind.node.ArrayNode) parameters)
        .removeIf(parameter -> parameter.path("name").asText().equals("X-Workspace-Id"));

    assertThat(changes())
        .anySatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(ChangeKind.PARAMETER_REMOVED);
              assertThat(change.where()).isEqualTo("createPosting(X-Workspace-Id)");
            })
        .anySatisfy(
            change -> {
              assertThat(change.kind()).isEqualTo(ChangeKind.JAVA);
              assertThat(change.where()).isEqualTo("getPosting");
            });
  }

  @Test
  void theMarkdownHasThePointerOfEachChange() {
    property("CreatePostingRequest", "title").put("maxLength", 100);

    assertThat(new Report(changes()).markdown())
        .contains("## Breaking")
        .contains("| `CreatePostingRequest.title` |")
        .contains("| `/components/schemas/CreatePostingRequest/properties/title` |");
  }

  @Test
  void theChangelogNamesWhatBreaksAndWhatIsNew() {
    property("CreatePostingRequest", "title").put("maxLength", 100);
    ((ObjectNode) document.at("/components/schemas/PostingResponse/properties"))
        .putObject("colour")
        .put("type", "string");

    assertThat(new Report(changes()).changelog("2.1.0"))
        .isEqualTo(
            """
            ### Changed
            - The vendor's document is version 2.1.0.

            ### Breaking
            - `CreatePostingRequest.title` maxLength was 200, is 100.

            ### Added
            - `PostingResponse.colour` is new, and optional.
            """);
  }
}
