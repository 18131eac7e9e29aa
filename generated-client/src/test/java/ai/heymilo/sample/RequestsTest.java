// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.api.CandidatesApi;
import ai.heymilo.sample.api.InterviewersApi;
import ai.heymilo.sample.api.InterviewersApiAsync;
import ai.heymilo.sample.model.CreatePostingRequest;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire. */
class RequestsTest {
  private static final String ONE = "{\"data\":{}}";
  private static final String LIST = "{\"data\":[],\"pagination\":{}}";

  private final Server server =
      Server.handling(
          exchange ->
              Server.answer(
                  exchange, 200, (isList(exchange) ? LIST : ONE).getBytes(StandardCharsets.UTF_8)));

  private static boolean isList(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("GET")
        && exchange.getRequestURI().getPath().matches(".*/(postings|candidates)");
  }

  private final InterviewersApi interviewers = new InterviewersApi(server.client());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "I_1,I_1",
    "a/b,a%2Fb",
    "../x,..%2Fx",
    "a b,a%20b",
    "a+b,a%2Bb",
    "a%2Fb,a%252Fb",
    "a?b=c#d,a%3Fb%3Dc%23d",
    "ü😀,%C3%BC%F0%9F%98%80",
    "{posting_id},%7Bposting_id%7D",
    "a*~._-,a%2A~._-",
    ";,%3B"
  })
  void anIdIsOneSegmentWhateverItHolds(String id, String segment) throws Exception {
    interviewers.getPosting(id);

    assertThat(server.next().uri()).isEqualTo("/api/v2/postings/" + segment.replace("~", "%7E"));
  }

  @Test
  void oneIdDoesNotFillThePlaceOfAnother() throws Exception {
    interviewers.updateInterviewerWorkflowStep(
        "{step_id}", "form", new ai.heymilo.sample.model.UpdateWorkflowStepRequest());

    assertThat(server.next().uri()).isEqualTo("/api/v2/postings/%7Bstep_id%7D/workflow/form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "...", "a\r\nX: y", "a\u0000b", "\u007f"})
  void anIdThatCannotBeASegmentIsRefusedWithoutQuotingIt(String id) {
    assertThatThrownBy(() -> interviewers.getPosting(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("posting_id must not ")
        .hasMessageNotContaining("X: y");
  }

  @Test
  void noIdIsRefusedByItsName() {
    assertThatThrownBy(() -> interviewers.getPosting(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("posting_id must not be null");
  }

  @Test
  void queriesAreEncodedAndWhatIsNotSetIsNotSent() throws Exception {
    interviewers.listPostings(
        new InterviewersApi.ListPostingsParams().title("a&b=c d+ü%").limit(5));

    assertThat(server.next().uri())
        .isEqualTo("/api/v2/postings?limit=5&title=a%26b%3Dc%20d%2B%C3%BC%25");
  }

  @Test
  void withoutOptionalParametersNoneIsSent() throws Exception {
    interviewers.listPostings();
    interviewers.listPostingsWithResponse();
    new InterviewersApiAsync(server.client()).listPostings().join();

    for (int call = 0; call < 3; call++) {
      assertThat(server.next().uri()).isEqualTo("/api/v2/postings");
    }
  }

  @Test
  void timesOfAQueryAreIso8601() throws Exception {
    new CandidatesApi(server.client())
        .listCandidates(
            "I_1",
            new CandidatesApi.ListCandidatesParams()
                .createdAfter(Instant.ofEpochSecond(1767225600)));

    assertThat(server.next().uri()).endsWith("?created_after=2026-01-01T00%3A00%3A00Z");
  }

  @Test
  void bodiesAreJsonInUtf8WithTheClientsHeaders() throws Exception {
    interviewers.createPosting(new CreatePostingRequest().title("Jäger 東京"));

    Server.Request request = server.next();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.body()).isEqualTo("{\"title\":\"Jäger 東京\"}");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(request.header("Accept")).isEqualTo("application/json");
    assertThat(request.header("X-API-KEY")).isEqualTo("k");
  }

  @Test
  void callsWithoutABodySendNone() throws Exception {
    interviewers.archivePosting("I_1");

    Server.Request request = server.next();
    assertThat(request.body()).isEmpty();
    assertThat(request.header("Content-Type")).isNull();
  }

  @Test
  void aPathOfTheBaseUrlIsKept() throws Exception {
    ApiClient proxied = ApiClient.builder().baseUrl(server.url() + "/proxy//").build();
    new InterviewersApi(proxied).getPosting("I_1");

    assertThat(server.next().uri()).isEqualTo("/proxy/api/v2/postings/I_1");
  }

  @Test
  void theAnswerHasStatusHeadersAndBytes() {
    ApiResponse<?> answer = interviewers.getPostingWithResponse("I_1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().firstValue("x-request-id")).hasValue("req_1");
    assertThat(answer.rawBody()).asString().isEqualTo("{\"data\":{}}");
    assertThat(answer.attempts()).isEqualTo(1);
  }
}
