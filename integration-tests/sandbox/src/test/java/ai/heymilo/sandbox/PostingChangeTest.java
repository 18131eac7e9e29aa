// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingChangeTest extends OwnSandbox {

  private String full() {
    return http.post(
            POSTINGS,
            "{'title':'Full','redirect_url':'https://a.example','max_retakes':1,"
                + "'metadata':{'a':'1','b':'2'},'workflow':[{'type':'resume','config':"
                + "{'mandatory':true,'min_evaluation_score':0.5}},{'type':'form','questions':"
                + "[{'modality':'form','text':'Office?'}]},{'type':'resume'}]}")
        .text("/data/id");
  }

  @Test
  void omittedNullAndValueAreThreeThings() {
    String id = full();
    sandbox.advance(Duration.ofMinutes(5));

    Http.Answer updated =
        http.patch(posting(id), "{'redirect_url':null,'max_retakes':4,'metadata':{'c':'3'}}");

    assertThat(updated.status()).isEqualTo(200);
    JsonNode data = updated.at("/data");
    assertThat(data.path("title").asText()).isEqualTo("Full");
    assertThat(data.path("redirect_url").isNull()).isTrue();
    assertThat(data.path("max_retakes").asInt()).isEqualTo(4);
    assertThat(data.path("metadata").toString()).isEqualTo("{\"c\":\"3\"}");
    assertThat(data.path("updated_at").asLong() - data.path("created_at").asLong()).isEqualTo(300);
    assertThat(http.get(posting(id)).at("/data")).isEqualTo(data);
  }

  @Test
  void titleCannotBeClearedBecauseNoAnswerMayLackIt() {
    String id = full();

    assertThat(http.patch(posting(id), "{'title':null}").text("/data/title")).isEqualTo("Full");
  }

  @Test
  void anAddressWithoutANameIsMadeOfTheTitle() {
    String id = full();

    JsonNode urls = http.patch(posting(id), "{'name':null}").at("/data/urls");

    assertThat(urls.path("candidate_url").asText()).endsWith("/full-" + id);
  }

  @Test
  void deadlineCanBeMovedAndCleared() {
    String id = full();

    Http.Answer moved = http.patch(posting(id), "{'deadline':'2026-06-01T12:00:00+02:00'}");
    Http.Answer untouched = http.patch(posting(id), "{'max_retakes':0}");
    Http.Answer cleared = http.patch(posting(id), "{'deadline':null}");

    assertThat(moved.at("/data/deadline").asLong()).isEqualTo(1780308000L);
    assertThat(untouched.at("/data/deadline").asLong()).isEqualTo(1780308000L);
    assertThat(cleared.at("/data/deadline").isNull()).isTrue();
  }

  @Test
  void invalidUpdateChangesNothing() {
    String id = full();

    Http.Answer refused = http.patch(posting(id), "{'max_retakes':3,'description':'short'}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(http.get(posting(id)).at("/data/max_retakes").asInt()).isEqualTo(1);
  }

  @Test
  void stepIsConfiguredByOrderAndOtherStepsStay() {
    String id = full();

    Http.Answer updated =
        http.patch(posting(id) + "/workflow/3", "{'config':{'min_evaluation_score':0.9}}");

    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.at("/data/workflow/2/config").toString())
        .isEqualTo("{\"min_evaluation_score\":0.9}");
    assertThat(updated.at("/data/workflow/0/config/min_evaluation_score").asDouble())
        .isEqualTo(0.5);
  }

  @Test
  void stepIsConfiguredByTypeAndANullTakesTheKeyAway() {
    String id = full();

    Http.Answer updated =
        http.patch(posting(id) + "/workflow/resume", "{'config':{'min_evaluation_score':null}}");

    assertThat(updated.at("/data/workflow/0/config").toString()).isEqualTo("{\"mandatory\":true}");
  }

  @Test
  void unknownKeyOfAStepIs400AndChangesNothing() {
    String id = full();

    Http.Answer refused =
        http.patch(posting(id) + "/workflow/1", "{'config':{'mandatory':false,'video':true}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/code")).isEqualTo("unknown_config_key");
    assertThat(refused.text("/error/errors/0/param")).isEqualTo("config.video");
    assertThat(http.get(posting(id)).at("/data/workflow/0/config/mandatory").asBoolean()).isTrue();
  }

  @Test
  void valueOutsideOfTheStepsSchemaIs422() {
    String id = full();

    Http.Answer refused =
        http.patch(posting(id) + "/workflow/1", "{'config':{'min_evaluation_score':7}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail/0/loc").toString())
        .isEqualTo("[\"body\",\"config\",\"min_evaluation_score\"]");
  }

  @Test
  void unknownStepIs404() {
    String id = full();

    for (String step : List.of("0", "4", "web_interview", "nope")) {
      Http.Answer refused = http.patch(posting(id) + "/workflow/" + step, "{'config':{}}");
      assertThat(refused.status()).as(step).isEqualTo(404);
      assertThat(refused.text("/error/param")).isEqualTo("step_id");
    }
  }

  @Test
  void archivedPostingSaysSoAndCannotBeActivated() {
    String id = full();

    Http.Answer archived = http.post(posting(id) + "/archive");

    assertThat(archived.text("/data/status")).isEqualTo("archived");
    assertThat(archived.at("/data/archived").asBoolean()).isTrue();
    assertThat(http.post(posting(id) + "/archive").status()).isEqualTo(200);
    assertThat(http.post(posting(id) + "/activate").text("/error/code"))
        .isEqualTo("posting_archived");
  }

  @Test
  void cloneIsANewDraftWithTheSourcesFieldsWorkflowAndQuestions() {
    String id = full();
    http.post(posting(id) + "/activate");

    Http.Answer cloned = http.post(posting(id) + "/clone");

    assertThat(cloned.status()).isEqualTo(201);
    JsonNode copy = cloned.at("/data/posting");
    assertThat(copy.path("id").asText()).isNotEqualTo(id);
    assertThat(copy.path("status").asText()).isEqualTo("draft");
    assertThat(copy.path("title").asText()).isEqualTo("Full");
    assertThat(copy.path("metadata").toString()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    assertThat(copy.at("/workflow/0/config/mandatory").asBoolean()).isTrue();
    assertThat(copy.at("/workflow/0/id"))
        .isNotEqualTo(http.get(posting(id)).at("/data/workflow/0/id"));
    assertThat(sandbox.posting(copy.path("id").asText()).questions("form"))
        .containsExactly("Office?");
  }

  @Test
  void changingACloneLeavesItsSourceAlone() {
    String id = full();
    String copy = http.post(posting(id) + "/clone").text("/data/id");

    http.patch(posting(copy), "{'title':'Another'}");
    http.patch(posting(copy) + "/workflow/1", "{'config':{'mandatory':false}}");

    assertThat(http.get(posting(id)).text("/data/title")).isEqualTo("Full");
    assertThat(http.get(posting(id)).at("/data/workflow/0/config/mandatory").asBoolean()).isTrue();
  }
}
