// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostingLifeTest {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00.250Z");
  private static HeyMiloSandbox sandbox;
  private static Http http;

  @BeforeAll
  static void start() {
    sandbox = HeyMiloSandbox.builder().startingAt(START).start();
    http = new Http(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(sandbox.baseUrl()).matches("http://127\\.0\\.0\\.1:\\d+");
  }

  @Test
  void createdPostingIsADraftWithIdUrlsAndTimestamps() {
    Http.Answer created =
        http.post(
            POSTINGS,
            "{'title':'Senior Java Engineer','workflow':[{'type':'resume'}],'max_retakes':2}");

    assertThat(created.status()).isEqualTo(201);
    JsonNode data = created.at("/data");
    assertThat(data.path("object").asText()).isEqualTo("posting");
    assertThat(data.path("status").asText()).isEqualTo("draft");
    assertThat(data.path("created_at").decimalValue()).isEqualByComparingTo("1769853600.25");
    assertThat(data.at("/urls/candidate_url").asText()).contains("senior-java-engineer");
    assertThat(data.at("/urls/ingestion_url_key").asText()).isNotBlank();
    assertThat(data.at("/urls/review_url").asText()).contains(data.path("id").asText());
    JsonNode posting = data.path("posting");
    assertThat(posting.path("id")).isEqualTo(data.path("id"));
    assertThat(posting.path("finalized").asBoolean()).isFalse();
    assertThat(posting.path("max_retakes").asInt()).isEqualTo(2);
    assertThat(posting.path("ats_metadata").isNull()).isTrue();
  }

  @Test
  void unsetFieldsReadAsTheDocumentsDefaults() {
    JsonNode posting =
        http.post(POSTINGS, "{'title':'Defaults','workflow':[{'type':'form'}]}")
            .at("/data/posting");

    assertThat(posting.path("language").asText()).isEqualTo("en");
    assertThat(posting.path("interviewer_name").asText()).isEqualTo("Sarah");
    assertThat(posting.path("description").asText("null")).isEmpty();
    assertThat(posting.path("allow_sms_comms").isBoolean()).isTrue();
    assertThat(posting.path("redirect_url").isNull()).isTrue();
  }

  @Test
  void deadlineIsOneCalendarMonthAwayUnlessSaid() {
    JsonNode byDefault =
        http.post(POSTINGS, "{'title':'By default','workflow':[{'type':'form'}]}").json();
    JsonNode said =
        http.post(
                POSTINGS,
                "{'title':'Said','workflow':[{'type':'form'}],'deadline':'2027-03-15T00:00:00Z'}")
            .json();

    assertThat(byDefault.at("/data/posting/deadline").decimalValue())
        .isEqualByComparingTo("1772272800.25");
    assertThat(said.at("/data/posting/deadline").longValue())
        .isEqualTo(Instant.parse("2027-03-15T00:00:00Z").getEpochSecond());
  }

  @Test
  void workflowStepsHaveIdTypeOrderAndConfig() {
    JsonNode workflow =
        http.post(
                POSTINGS,
                "{'title':'Four steps','workflow':[{'type':'resume','config':{'mandatory':true}},"
                    + "{'type':'conversational_sms'},{'type':'web_interview','config':null},"
                    + "{'type':'form','questions':[{'modality':'form','text':'Office?'}]}]}")
            .at("/data/posting/workflow");

    assertThat(workflow).hasSize(4);
    assertThat(workflow.findValuesAsText("type"))
        .containsExactly("resume", "conversational_sms", "web_interview", "form");
    assertThat(workflow.findValuesAsText("order")).containsExactly("1", "2", "3", "4");
    assertThat(workflow.findValuesAsText("id"))
        .doesNotHaveDuplicates()
        .allMatch(id -> !id.isEmpty());
    assertThat(workflow.at("/0/config").toString()).isEqualTo("{\"mandatory\":true}");
    assertThat(workflow.at("/2/config").toString()).isEqualTo("{}");
  }

  @Test
  void activatedPostingReadsBackActive() {
    String id = http.draft("To be activated");

    Http.Answer activated = http.post(POSTINGS + "/" + id + "/activate");

    assertThat(activated.status()).isEqualTo(200);
    assertThat(activated.text("/data/status")).isEqualTo("active");
    assertThat(http.get(POSTINGS + "/" + id).at("/data")).isEqualTo(activated.at("/data"));
    assertThat(activated.at("/data/finalized").asBoolean()).isTrue();
  }

  @Test
  void activatingTwiceIsSafe() {
    String id = http.active("Activated twice");

    assertThat(http.post(POSTINGS + "/" + id + "/activate").status()).isEqualTo(200);
  }

  @Test
  void postingWithoutAStepCannotBeActivated() {
    String id = http.post(POSTINGS, "{'title':'Empty','workflow':[]}").text("/data/id");

    Http.Answer refused = http.post(POSTINGS + "/" + id + "/activate");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/code")).isEqualTo("workflow_invalid");
  }

  @Test
  void activePostingExpiresWhenItsDeadlinePasses() {
    try (HeyMiloSandbox own = HeyMiloSandbox.builder().startingAt(START).start()) {
      Http client = new Http(own);
      String id = client.active("Short-lived");
      own.clock().advance(Duration.ofDays(29));

      assertThat(client.get(POSTINGS + "/" + id).text("/data/status")).isEqualTo("expired");
    }
  }

  @Test
  void activeOnCreateSparesTheActivationExceptForAnAts() {
    try (HeyMiloSandbox own = HeyMiloSandbox.builder().activeOnCreate().start()) {
      Http client = new Http(own);
      own.atsTemplate("IT_ats");

      String plain = client.draft("Plain");
      Http.Answer ats =
          client.post(POSTINGS, "{'title':'From the ATS','interview_template_id':'IT_ats'}");

      assertThat(own.posting(plain).status()).isEqualTo("active");
      assertThat(client.post(POSTINGS + "/" + plain + "/clone").text("/data/status"))
          .isEqualTo("active");
      assertThat(ats.text("/data/status")).isEqualTo("draft");
    }
  }

  @Test
  void closedSandboxIsNotReachableAndCanBeClosedAgain() {
    HeyMiloSandbox own = HeyMiloSandbox.start();
    own.close();
    own.close();

    assertThatThrownBy(() -> new Http(own).exchange(request -> request.GET(), POSTINGS))
        .isInstanceOf(ConnectException.class);
  }
}
