// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test in another process: everything over HTTP, and control without a key. */
class ControlTest extends OwnSandbox {
  private Http.Answer control(String method, String path, String json) {
    return http.sendRaw(
        request -> request.method(method, BodyPublishers.ofString(json.replace('\'', '"'))),
        "/_sandbox" + path);
  }

  private String seeded(String json) {
    Http.Answer seeded = control("POST", "/seed" + POSTINGS, json);
    assertThat(seeded.status()).as(seeded.json().toString()).isEqualTo(201);
    return seeded.text("/id");
  }

  @Test
  void seededPostingIsActiveUnlessItIsToBeADraft() {
    String active = seeded("{'title':'Engineer'}");
    String draft = seeded("{'title':'Cook','status':'draft'}");

    assertThat(http.get(posting(active)).text("/data/status")).isEqualTo("active");
    assertThat(http.get(posting(active)).text("/data/title")).isEqualTo("Engineer");
    assertThat(http.get(posting(draft)).text("/data/status")).isEqualTo("draft");
  }

  @Test
  void seededCandidateIsMovedAlong() {
    String posting = seeded("{}");
    Http.Answer candidate =
        control("POST", "/seed" + candidates(posting), "{'name':'Ada','status':'in_progress'}");
    String id = candidate.text("/interview_id");

    Http.Answer moved = control("POST", "/candidates/" + id + "/complete", "{'score':87.5}");

    assertThat(candidate.text("/status")).isEqualTo("in_progress");
    assertThat(moved.text("/status")).isEqualTo("completed");
    assertThat(http.get(candidates(posting)).at("/data/0/score").asDouble()).isEqualTo(87.5);
  }

  @ParameterizedTest
  @CsvSource({
    "start,in_progress",
    "complete-step,evaluating",
    "complete-steps,evaluating",
    "knock-out,knocked_out",
    "shortlist,shortlisted",
    "dismiss,dismissed"
  })
  void candidateMoves(String move, String status) {
    String id = control("POST", "/seed" + candidates(seeded("{}")), "{}").text("/interview_id");

    assertThat(control("POST", "/candidates/" + id + "/" + move, "").text("/status"))
        .isEqualTo(status);
  }

  @Test
  void clockIsMovedAndQueuedCandidatesAreIngested() {
    String posting = seeded("{}");
    http.post(candidates(posting) + "/async", "{'name':'Ada','email':'ada@example.org'}");

    assertThat(control("POST", "/clock", "{'advance':'PT1H'}").text("/now"))
        .isEqualTo("2026-01-31T11:00:00Z");
    assertThat(control("GET", "/clock", "").text("/now")).isEqualTo("2026-01-31T11:00:00Z");
    assertThat(http.get(candidates(posting)).at("/data")).hasSize(1);
    http.post(candidates(posting) + "/async", "{'name':'Bob','email':'bob@example.org'}");
    assertThat(control("POST", "/tick", "").status()).isEqualTo(204);
    assertThat(http.get(candidates(posting)).at("/data")).hasSize(2);
  }

  @Test
  void faultsArePlannedAndTakenBack() {
    control("POST", "/faults", "{'operation':'listPostings','after':1,'times':2,'fail':503}");

    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    assertThat(http.get(POSTINGS).status()).isEqualTo(503);
    assertThat(control("GET", "/clock", "").status()).isEqualTo(200);
    control("DELETE", "/faults", "");
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    control("POST", "/faults", "{'unknown_fields':true}");
    assertThat(http.get(POSTINGS).json().has("sandbox_new_field")).isTrue();
  }

  @Test
  void rateLimitIsSetAndLifted() {
    control("PUT", "/rate-limit", "{'requests':1,'window':'PT1M'}");

    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    Http.Answer refused = http.get(POSTINGS);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("60");
    control("DELETE", "/rate-limit", "");
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
  }

  @Test
  void receivedRequestsAreListedWithoutTheKey() {
    seeded("{}");
    http.post(POSTINGS, "{'title':'Engineer','workflow':[]}");
    http.get(POSTINGS + "?limit=3");

    JsonNode all = control("GET", "/requests", "").json();
    JsonNode created = control("GET", "/requests?operation=createPosting", "").json();

    assertThat(all).hasSize(2);
    assertThat(all.at("/1/query/limit").asText()).isEqualTo("3");
    assertThat(created).hasSize(1);
    assertThat(created.at("/0/body/title").asText()).isEqualTo("Engineer");
    assertThat(created.at("/0/status").asInt()).isEqualTo(201);
    assertThat(created.at("/0/request_id").asText()).startsWith("req_");
    assertThat(created.toString()).doesNotContain(sandbox.apiKey());
    control("DELETE", "/requests", "");
    assertThat(control("GET", "/requests", "").json()).isEmpty();
  }

  @Test
  void templateIsAdded() {
    assertThat(control("POST", "/templates/IT_1?ats=true", "").status()).isEqualTo(204);

    Http.Answer made = http.post(POSTINGS, "{'title':'Engineer','interview_template_id':'IT_1'}");

    assertThat(made.at("/data/posting/ats_metadata/pending_activation").asBoolean()).isTrue();
  }

  @Test
  void resetForgetsEverything() {
    seeded("{}");

    assertThat(control("POST", "/reset", "").status()).isEqualTo(204);

    assertThat(http.get(POSTINGS).at("/data")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/faults|{'break':true}|400|latency",
        "POST|/faults|{'fail':200}|400|400–599",
        "POST|/faults|{'operation':'nope','drop':true}|400|nope",
        "POST|/faults|{|400|not JSON",
        "POST|/clock|{'advance':'1h'}|400|PT1H30M",
        "PUT|/rate-limit|{}|400|requests must be a number",
        "POST|/candidates/int_none/start|{}|404|int_none",
        "POST|/seed/api/v2/nowhere|{}|400|/api/v2/nowhere",
        "POST|/seed/api/v2/postings|{'colour':'red'}|400|colour",
        "GET|/nothing|{}|404|rate-limit",
      })
  void misuseIsExplained(String method, String path, String json, int status, String part) {
    Http.Answer refused = control(method, path, json);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("/error")).contains(part);
    assertThat(refused.response().headers().firstValue("X-Request-Id")).isPresent();
  }

  @Test
  void isOffWithASwitchAndBeyondLoopback() {
    try (HeyMiloSandbox without = HeyMiloSandbox.builder().withoutControl().start();
        HeyMiloSandbox everywhere = HeyMiloSandbox.builder().host("0.0.0.0").start()) {
      for (HeyMiloSandbox one : new HeyMiloSandbox[] {without, everywhere}) {
        Http.Answer refused =
            new Http(one)
                .sendRaw(request -> request.POST(BodyPublishers.noBody()), "/_sandbox/reset");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/error")).contains("control is off");
      }
    }
  }
}
