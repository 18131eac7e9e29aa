// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SandboxAssertTest extends OwnSandbox {

  private void createTwo() {
    http.post(
        POSTINGS,
        "{'title':'Engineer','max_retakes':2,'redirect_url':null,"
            + "'workflow':[{'type':'resume','config':{'min_evaluation_score':0.50}}]}");
    http.post(POSTINGS, "{'title':'Cook','workflow':[{'type':'form'}],'metadata':{'a key':'v'}}");
  }

  @Test
  void whatWasSentIsFound() {
    createTwo();
    http.get(POSTINGS + "?title=a%26b&limit=5");

    assertThat(sandbox).receivedExactly("createPosting", "createPosting", "listPostings");
    assertThat(sandbox).received("createPosting").times(2);
    assertThat(sandbox)
        .received("createPosting")
        .withJson("$.title", "Engineer")
        .withJson("$.max_retakes", 2)
        .withJson("$.redirect_url", null)
        .withJson("$.workflow[0].type", "resume")
        .withJson("$.workflow[0].config", Map.of("min_evaluation_score", 0.5))
        .withoutJson("$.language")
        .withHeader("Content-Type", "application/json")
        .times(1);
    assertThat(sandbox)
        .received("createPosting")
        .withBody(
            "{\"metadata\":{\"a"
                + " key\":\"v\"},\"workflow\":[{\"type\":\"form\"}],\"title\":\"Cook\"}")
        .withJson("$.metadata['a key']", "v")
        .withJson("$.workflow", List.of(Map.of("type", "form")));
    assertThat(sandbox).received("listPostings").withQuery("title", "a&b").withQuery("limit", "5");
    assertThat(sandbox).didNotReceive("archivePosting");
  }

  @Test
  void numbersAreComparedByTheirDigits() {
    http.post(
        POSTINGS,
        "{'title':'Cook','workflow':[{'type':'resume','config':{'min_evaluation_score':0.1}}]}");
    String path = "$.workflow[0].config.min_evaluation_score";

    assertThat(sandbox)
        .received("createPosting")
        .withJson(path, 0.1f)
        .withJson(path, 0.1)
        .withJson(path, new BigDecimal("0.10"));
    assertThatThrownBy(() -> assertThat(sandbox).received("createPosting").withJson(path, 0.2f))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void missingValueFailsWithWhatWasSentInstead() {
    createTwo();

    assertFails(
        () ->
            assertThat(sandbox)
                .received("createPosting")
                .withoutJson("$.language")
                .withJson("$.title", "Baker"),
        """
        Expected a request to createPosting
             with $.language absent
             with $.title = "Baker"
         but found
          POST /api/v2/postings -> 201
             $.title = "Engineer"
          POST /api/v2/postings -> 201
             $.title = "Cook\"\
        """);
  }

  @Test
  void conditionsHoldForOneAndTheSameRequest() {
    createTwo();

    assertFails(
        () ->
            assertThat(sandbox)
                .received("createPosting")
                .withJson("$.title", "Cook")
                .withJson("$.max_retakes", 2),
        """
        Expected a request to createPosting
             with $.title = "Cook"
             with $.max_retakes = 2
         but found
          POST /api/v2/postings -> 201
             $.max_retakes absent\
        """);
  }

  @Test
  void nullIsNotAbsent() {
    createTwo();

    assertThatThrownBy(
            () ->
                assertThat(sandbox)
                    .received("createPosting")
                    .withJson("$.title", "Engineer")
                    .withoutJson("$.redirect_url"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("$.redirect_url = null");
    assertThatThrownBy(
            () ->
                assertThat(sandbox)
                    .received("createPosting")
                    .withJson("$.title", "Cook")
                    .withJson("$.redirect_url", null))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("$.redirect_url absent");
  }

  @Test
  void wrongCountFailsWithTheRequests() {
    createTwo();

    assertFails(
        () -> assertThat(sandbox).received("createPosting").withJson("$.title", "Cook").times(2),
        """
        Expected 2 requests to createPosting
             with $.title = "Cook", but there were 1 of 2:
          POST /api/v2/postings -> 201\
        """);
  }

  @Test
  void operationThatWasNotCalledFailsWithWhatWas() {
    http.get(POSTINGS + "?limit=3");
    http.get("/api/v2/not-in-the-document");

    assertFails(
        () -> assertThat(sandbox).received("createPosting"),
        """
        Expected a request to createPosting, but there was none.
        Received:
          listPostings: GET /api/v2/postings?limit=3 -> 200
          unknown: GET /api/v2/not-in-the-document -> 404\
        """);
  }

  @Test
  void unexpectedRequestsFail() {
    assertThat(sandbox).receivedNothing();
    http.draft("Engineer");

    assertFails(
        () -> assertThat(sandbox).didNotReceive("createPosting"),
        """
        Expected no request to createPosting, but there were:
          createPosting: POST /api/v2/postings -> 201\
        """);
    assertFails(
        () -> assertThat(sandbox).receivedNothing(),
        """
        Expected no request.
        Received:
          createPosting: POST /api/v2/postings -> 201\
        """);
    assertFails(
        () -> assertThat(sandbox).receivedExactly("createPosting", "activatePosting"),
        """
        Expected exactly the requests createPosting, activatePosting
         but there were exactly    createPosting.
        Received:
          createPosting: POST /api/v2/postings -> 201\
        """);
  }

  @Test
  void misspeltOperationOrPathIsRefused() {
    assertThatThrownBy(() -> assertThat(sandbox).didNotReceive("createPostings"))
        .isInstanceOf(IllegalArgumentException.class);
    http.draft("Engineer");
    RequestsAssert created = assertThat(sandbox).received("createPosting");
    for (String path : List.of("title", "$.", "$..title", "$[x]", "$.a[", "")) {
      assertThatThrownBy(() -> created.withJson(path, 1))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void pathIsFollowedThroughNamesIndexesAndQuotes() throws Exception {
    var json = new ObjectMapper().readTree("{\"a\":[{\"b.c\":{\"~/\":7}}],\"0\":8}");

    assertThat(JsonPath.of("$.a[0]['b.c'].~/").in(json).asInt()).isEqualTo(7);
    assertThat(JsonPath.of("$.0").in(json).asInt()).isEqualTo(8);
    assertThat(JsonPath.of("$").in(json)).isEqualTo(json);
    assertThat(JsonPath.of("$.a[1]").in(json).isMissingNode()).isTrue();
  }

  @Test
  void receivedRequestShowsItsPartsButNotTheKey() {
    http.post(POSTINGS, "{'title':'Engineer'}");

    ReceivedRequest request = sandbox.received().get(0);

    assertThat(request.operationId()).contains("createPosting");
    assertThat(request.body()).isEqualTo("{\"title\":\"Engineer\"}");
    assertThat(request.header("x-api-KEY")).contains(sandbox.apiKey());
    assertThat(request.arrival()).isEqualTo(START);
    assertThat(request.status()).isEqualTo(422);
    assertThat(request.toString()).doesNotContain(sandbox.apiKey());
  }

  @Test
  void resetForgetsTheRequests() {
    http.draft("Engineer");
    sandbox.reset();

    assertThat(sandbox).receivedNothing();
    assertThat(http.get(POSTINGS).at("/data")).isEmpty();
  }

  private static void assertFails(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .extracting(error -> String.valueOf(error.getMessage()).replaceAll(" req_\\d{8}", ""))
        .isEqualTo(message);
  }
}
