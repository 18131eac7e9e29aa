// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.testkit.Canary;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private static HeyMiloSandbox sandbox;
  private static Http http;

  @BeforeAll
  static void start() {
    sandbox = HeyMiloSandbox.start();
    http = new Http(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void requestWithoutAKeyIs401() {
    Http.Answer refused = http.sendRaw(request -> request.GET(), POSTINGS + "/any");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("/error/type")).isEqualTo("authentication_error");
    assertThat(refused.text("/error/code")).isEqualTo("api_key_missing");
  }

  @Test
  void onlyTheConfiguredKeyIsAccepted() {
    try (HeyMiloSandbox own = HeyMiloSandbox.builder().apiKey(Canary.KEY).start()) {
      Http client = new Http(own);

      assertThat(own.apiKey()).isEqualTo(Canary.KEY);
      assertThat(client.get(POSTINGS + "/any").status()).isEqualTo(404);
      assertThat(
              client
                  .sendRaw(request -> request.header("X-API-KEY", "another"), POSTINGS + "/any")
                  .status())
          .isEqualTo(401);
    }
  }

  @Test
  void unknownPostingIs404() {
    Http.Answer refused = http.get(POSTINGS + "/post_nope");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("/error/code")).isEqualTo("posting_not_found");
    assertThat(refused.text("/error/message")).contains("post_nope");
    assertThat(refused.text("/error/param")).isEqualTo("posting_id");
  }

  @Test
  void percentEncodedPathIsDecodedOnce() {
    assertThat(http.get(POSTINGS + "/a%2Fb%252F").text("/error/message")).endsWith(": a/b%2F");
  }

  @Test
  void pathThatTheDocumentLacksIs404AndAWrongMethodIs405() {
    assertThat(http.get("/api/v2/not-in-the-document").text("/error/code"))
        .isEqualTo("path_not_found");
    assertThat(http.send("DELETE", POSTINGS, "{}").status()).isEqualTo(405);
  }

  @Test
  void adminApiOfTheUnderlyingServerIsClosed() {
    assertThat(http.get("/__admin/mappings").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'title':'ab','workflow':[]}|body title|string_too_short",
        "{'workflow':[]}|body title|missing",
        "{'title':7,'workflow':[]}|body title|type_error",
        "{'title':'abc','workflow':[],'max_retakes':9}|body max_retakes|less_than_equal",
        "{'title':'abc','workflow':[],'job_overview_delivery_mode':'x'}"
            + "|body job_overview_delivery_mode|literal_error",
        "{'title':'abc','workflow':[{'type':'nope'}]}|body workflow 0 type|literal_error",
        "{'title':'abc','workflow':[{}]}|body workflow 0 type|missing",
        "{'title':'abc','workflow':[{'type':'form'},5]}|body workflow 1|type_error",
        "{'title':'abc','workflow':5}|body workflow|type_error",
        "{'title':'abc','workflow':[{'type':'resume','config':{'min_evaluation_score':3}}]}"
            + "|body workflow 0 config min_evaluation_score|less_than_equal",
        "{'title':'abc','workflow':[{'type':'form','questions':[{'modality':'form'}]}]}"
            + "|body workflow 0 questions 0 text|missing",
        "{'title':'abc','workflow':[],'metadata':{'a':5}}|body metadata a|type_error",
        "{'title':'abc','workflow':[],'deadline':'soon'}|body deadline|datetime_parsing",
        "{'title':'abc'}|body|value_error",
        "{'title':'abc','workflow':[],'interview_template_id':'IT_1'}|body|value_error",
        "[]|body|type_error",
        "{'title':|body 9|json_invalid",
        "{'title':'abc','workflow':[]} x|body 30|json_invalid",
      })
  void invalidBodyIs422WithOneFindingThatNamesThePlace(String body, String place, String type) {
    Http.Answer refused = http.post(POSTINGS, body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail")).hasSize(1);
    assertThat(place(refused.at("/detail/0"))).isEqualTo(place);
    assertThat(refused.text("/detail/0/type")).isEqualTo(type);
    assertThat(refused.text("/detail/0/msg")).isNotBlank();
  }

  @Test
  void allFindingsOfARequestComeTogether() {
    Http.Answer refused =
        http.post(
            POSTINGS,
            "{'title':'ab','language':5,'workflow':[{'type':'web_interview',"
                + "'config':{'num_questions':0}},{'type':'video'}]}");

    List<String> places = new ArrayList<>();
    refused.at("/detail").forEach(finding -> places.add(place(finding)));
    assertThat(places)
        .containsExactlyInAnyOrder(
            "body title",
            "body language",
            "body workflow 0 config num_questions",
            "body workflow 1 type");
  }

  @Test
  void unknownStepTypeIsToldTheKnownOnes() {
    assertThat(
            http.post(POSTINGS, "{'title':'abc','workflow':[{'type':'nope'}]}")
                .text("/detail/0/msg"))
        .isEqualTo("must be 'web_interview' or 'conversational_sms' or 'resume' or 'form'");
  }

  @Test
  void metadataBeyondTheWordedLimitsIs422() {
    String longKey = "k".repeat(41);
    Http.Answer refused =
        http.post(
            POSTINGS,
            "{'title':'abc','workflow':[],'metadata':{'"
                + longKey
                + "':'v','key':'"
                + "v".repeat(501)
                + "'}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail")).hasSize(2);
    assertThat(place(refused.at("/detail/0"))).isEqualTo("body metadata " + longKey);
    assertThat(refused.text("/detail/1/msg"))
        .isEqualTo("must have at most 500 characters, had 501");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'modality':'form','text':' '}|text",
        "{'modality':'form','text':'Age?','operator':'between'}|operator",
        "{'modality':'form','text':'Age?','slider_min':9,'slider_max':5}|slider_min",
        "{'modality':'form','text':'Age?','operator':'gte','slider_min':5,'slider_max':5}|",
      })
  void whatTheDocumentForbidsInWordsOnlyIsRefusedByAStrictSandboxOnly(
      String question, String field) {
    String body = "{'title':'abc','workflow':[{'type':'form','questions':[" + question + "]}]}";
    try (HeyMiloSandbox strict = HeyMiloSandbox.builder().strict().start()) {
      Http.Answer answer = new Http(strict).post(POSTINGS, body);

      assertThat(http.post(POSTINGS, body).status()).isEqualTo(201);
      assertThat(answer.status()).isEqualTo(field == null ? 201 : 422);
      if (field != null) {
        assertThat(answer.at("/detail")).hasSize(1);
        assertThat(place(answer.at("/detail/0"))).isEqualTo("body workflow 0 questions 0 " + field);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
  void bodyThatIsNotSentAsJsonIs422(String type) {
    Http.Answer refused =
        http.send(
            request ->
                request.header("Content-Type", type).POST(BodyPublishers.ofString("{\"title\":1}")),
            POSTINGS);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/detail/0/msg")).contains("application/json").contains(type);
  }

  @Test
  void missingBodyIs422() {
    assertThat(http.post(POSTINGS).text("/detail/0/type")).isEqualTo("missing");
  }

  private static String place(JsonNode finding) {
    List<String> place = new ArrayList<>();
    finding.path("loc").forEach(element -> place.add(element.asText()));
    return String.join(" ", place);
  }
}
