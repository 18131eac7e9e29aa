// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TemplateTest extends OwnSandbox {

  @Test
  void onlyWhatIsSentOverridesTheBlueprint() {
    sandbox.template(
        "IT_1",
        """
        {"title": "Blueprint", "language": "de", "interviewer_name": "Ada", "max_retakes": 3,
         "redirect_url": "https://a.example", "workflow": [
           {"type": "web_interview", "questions": [{"modality": "voice", "text": "Why?"}]}]}\
        """);

    JsonNode posting =
        http.post(
                POSTINGS,
                "{'title':'Mine','interview_template_id':'IT_1','language':'fr',"
                    + "'redirect_url':null}")
            .at("/data/posting");

    assertThat(posting.path("title").asText()).isEqualTo("Mine");
    assertThat(posting.path("language").asText()).isEqualTo("fr");
    assertThat(posting.path("interviewer_name").asText()).isEqualTo("Ada");
    assertThat(posting.path("max_retakes").asInt()).isEqualTo(3);
    assertThat(posting.path("redirect_url").isNull()).isTrue();
    assertThat(posting.path("ats_metadata").isNull()).isTrue();
    assertThat(posting.at("/workflow/0/type").asText()).isEqualTo("web_interview");
    assertThat(sandbox.posting(posting.path("id").asText()).questions("1")).containsExactly("Why?");
  }

  @Test
  void unknownTemplateIs404() {
    Http.Answer refused = http.post(POSTINGS, "{'title':'Mine','interview_template_id':'IT_2'}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("/error/param")).isEqualTo("interview_template_id");
  }

  @Test
  void templatesAreNotListedAsPostings() {
    sandbox.template("IT_1");

    assertThat(http.get(POSTINGS).at("/data")).isEmpty();
  }

  @Test
  void atsPostingIsPendingUntilItIsActivated() {
    sandbox.atsTemplate("IT_ats");
    Http.Answer created =
        http.post(POSTINGS, "{'title':'From the ATS','interview_template_id':'IT_ats'}");
    String id = created.text("/data/id");

    assertThat(created.text("/data/status")).isEqualTo("draft");
    assertThat(created.at("/data/posting/ats_metadata/pending_activation").asBoolean()).isTrue();

    JsonNode activated = http.post(posting(id) + "/activate").at("/data");
    assertThat(activated.path("status").asText()).isEqualTo("active");
    assertThat(activated.at("/ats_metadata/pending_activation").asBoolean()).isFalse();
    assertThat(activated.at("/ats_metadata/mapping_activated_at").asLong())
        .isEqualTo(START.getEpochSecond());
  }

  @Test
  void activatingAgainKeepsTheFirstMappingTime() {
    sandbox.atsTemplate("IT_ats");
    String id =
        http.post(POSTINGS, "{'title':'From the ATS','interview_template_id':'IT_ats'}")
            .text("/data/id");
    http.post(posting(id) + "/activate");
    sandbox.advance(Duration.ofHours(1));

    assertThat(
            http.post(posting(id) + "/activate")
                .at("/data/ats_metadata/mapping_activated_at")
                .asLong())
        .isEqualTo(START.getEpochSecond());
  }

  @Test
  void cloneOfAnActiveAtsPostingIsPendingAgain() {
    sandbox.atsTemplate("IT_ats");
    String id =
        http.post(POSTINGS, "{'title':'From the ATS','interview_template_id':'IT_ats'}")
            .text("/data/id");
    http.post(posting(id) + "/activate");

    JsonNode ats = http.post(posting(id) + "/clone").at("/data/posting/ats_metadata");

    assertThat(ats.path("pending_activation").asBoolean()).isTrue();
    assertThat(ats.has("mapping_activated_at")).isFalse();
    assertThat(http.get(posting(id)).at("/data/ats_metadata/pending_activation").asBoolean())
        .isFalse();
  }

  @Test
  void blueprintThatTheDocumentRefusesIsRefused() {
    assertThatThrownBy(() -> sandbox.template("IT_1", "{\"title\":\"ab\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("title");
    assertThatThrownBy(() -> sandbox.template("IT_1", "{"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
