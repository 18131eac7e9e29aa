// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CandidateTest extends OwnSandbox {

  private String ingest(String postingId, String name) {
    Http.Answer ingested =
        http.post(
            candidates(postingId),
            "{'name':'"
                + name
                + "','email':'"
                + name.toLowerCase(java.util.Locale.ROOT)
                + "@a.example'}");
    assertThat(ingested.status()).isEqualTo(201);
    return ingested.text("/data/interview_id");
  }

  private JsonNode only(String postingId) {
    JsonNode data = http.get(candidates(postingId)).at("/data");
    assertThat(data).hasSize(1);
    return data.get(0);
  }

  @Test
  void ingestedCandidateHasIdsUrlAndReceipt() {
    String posting = http.active("Engineer");

    Http.Answer ingested =
        http.post(
            candidates(posting),
            "{'name':'Ann Lee','email':'ann@a.example','metadata':{'k':'v'},'data':{'n':[1]}}");

    assertThat(ingested.status()).isEqualTo(201);
    JsonNode receipt = ingested.at("/data/candidate");
    assertThat(ingested.at("/data/interview_id")).isEqualTo(receipt.path("interview_id"));
    assertThat(ingested.text("/data/interview_url"))
        .endsWith(receipt.path("interview_id").asText());
    assertThat(ingested.text("/data/posting_id")).isEqualTo(posting);
    assertThat(receipt.path("status").asText()).isEqualTo("pending");
    assertThat(receipt.path("score").isNull()).isTrue();
    assertThat(receipt.path("metadata").toString()).isEqualTo("{\"k\":\"v\"}");
    assertThat(receipt.path("data").toString()).isEqualTo("{\"n\":[1]}");
    assertThat(receipt.path("created_at").asLong()).isEqualTo(START.getEpochSecond());
    assertThat(only(posting)).isEqualTo(receipt);
  }

  @Test
  void sameEmailInTheSamePostingIsTheSameCandidate() {
    String posting = http.active("Engineer");
    String first = ingest(posting, "Ann");

    Http.Answer again =
        http.post(candidates(posting), "{'name':'Another name','email':'ANN@a.example'}");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("/data/interview_id")).isEqualTo(first);
    assertThat(only(posting).path("name").asText()).isEqualTo("Ann");
  }

  @Test
  void sameEmailInAnotherPostingSharesTheCandidateIdOnly() {
    String one = http.active("One");
    String two = http.active("Two");
    ingest(one, "Ann");
    ingest(two, "Ann");

    assertThat(only(two).path("candidate_id")).isEqualTo(only(one).path("candidate_id"));
    assertThat(only(two).path("interview_id")).isNotEqualTo(only(one).path("interview_id"));
  }

  @Test
  void onlyActivePostingsAcceptCandidates() {
    String draft = http.draft("Draft");
    String archived = http.active("Archived");
    http.post(posting(archived) + "/archive");
    String body = "{'name':'Ann','email':'ann@a.example'}";

    for (String path : new String[] {"", "/async"}) {
      Http.Answer ofDraft = http.post(candidates(draft) + path, body);
      assertThat(ofDraft.status()).isEqualTo(400);
      assertThat(ofDraft.text("/error/code")).isEqualTo("posting_draft");
      Http.Answer ofArchived = http.post(candidates(archived) + path, body);
      assertThat(ofArchived.status()).isEqualTo(400);
      assertThat(ofArchived.text("/error/code")).isEqualTo("posting_archived");
    }
    for (String path : new String[] {"/bulk", "/bulk/async"}) {
      assertThat(http.post(candidates(archived) + path, "{'data':[" + body + "]}").status())
          .isEqualTo(400);
    }
    assertThat(sandbox.posting(archived).candidates()).isZero();
  }

  @Test
  void expiredPostingRefusesCandidates() {
    String posting = http.active("Engineer");
    sandbox.advance(Duration.ofDays(40));

    assertThat(
            http.post(candidates(posting), "{'name':'Ann','email':'ann@a.example'}")
                .text("/error/code"))
        .isEqualTo("posting_expired");
  }

  @Test
  void bulkKeepsTheOrderAndAnswersMetadata() {
    String posting = http.active("Engineer");

    Http.Answer bulk =
        http.post(
            candidates(posting) + "/bulk",
            "{'data':[{'name':'A','email':'a@a.example','metadata':{'row':'1'}},"
                + "{'name':'B','email':'b@a.example'},{'name':'A','email':'A@a.example'}]}");

    assertThat(bulk.status()).isEqualTo(201);
    assertThat(bulk.at("/data")).hasSize(3);
    assertThat(bulk.text("/data/0/metadata/row")).isEqualTo("1");
    assertThat(bulk.at("/data/1/metadata").isNull()).isTrue();
    assertThat(bulk.at("/data/2/interview_id")).isEqualTo(bulk.at("/data/0/interview_id"));
    assertThat(sandbox.posting(posting).candidates()).isEqualTo(2);
  }

  @Test
  void bulkWithOneInvalidCandidateTakesNone() {
    String posting = http.active("Engineer");

    Http.Answer refused =
        http.post(
            candidates(posting) + "/bulk",
            "{'data':[{'name':'A','email':'a@a.example'},{'name':'B'}]}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail/0/loc").toString()).isEqualTo("[\"body\",\"data\",1,\"email\"]");
    assertThat(http.post(candidates(posting) + "/bulk", "{'data':[]}").status()).isEqualTo(422);
    assertThat(sandbox.posting(posting).candidates()).isZero();
  }

  @Test
  void queuedCandidatesAppearWithTheNextTurn() {
    String posting = http.active("Engineer");

    Http.Answer queued =
        http.post(candidates(posting) + "/async", "{'name':'A','email':'a@a.example'}");
    http.post(candidates(posting) + "/bulk/async", "{'data':[{'name':'B','email':'b@a.example'}]}");

    assertThat(queued.status()).isEqualTo(202);
    assertThat(queued.text("/data/status")).isEqualTo("queued");
    assertThat(queued.text("/data/ingestion_id")).isNotBlank();
    assertThat(http.get(candidates(posting)).at("/data")).isEmpty();

    sandbox.tick();
    assertThat(http.get(candidates(posting)).at("/data").findValuesAsText("name"))
        .containsExactly("B", "A");
  }

  @Test
  void queuedCandidatesAreLostWhenThePostingIsArchivedBeforeTheirTurn() {
    String posting = http.active("Engineer");
    http.post(candidates(posting) + "/async", "{'name':'A','email':'a@a.example'}");
    http.post(posting(posting) + "/archive");

    sandbox.tick();

    assertThat(sandbox.posting(posting).candidates()).isZero();
  }

  @Test
  void candidateMovesThroughTheStepsToAScore() {
    String posting = http.active("Engineer");
    SandboxCandidate ann = sandbox.candidate(ingest(posting, "Ann"));

    ann.start();
    assertThat(only(posting).path("status").asText()).isEqualTo("in_progress");
    assertThat(only(posting).at("/workflow/steps/0/status").asText()).isEqualTo("in_progress");

    ann.completeStep();
    assertThat(only(posting).at("/workflow/steps/0/completed").asBoolean()).isTrue();
    assertThat(only(posting).at("/workflow/steps/1/status").asText()).isEqualTo("not_started");
    assertThat(only(posting).at("/agent_summary/resume/is_eligible").asBoolean()).isTrue();
    assertThat(only(posting).at("/agent_summary").has("web_interview")).isFalse();

    sandbox.advance(Duration.ofSeconds(90));
    ann.completeSteps();
    assertThat(only(posting).path("status").asText()).isEqualTo("evaluating");
    assertThat(only(posting).at("/workflow/all_complete").asBoolean()).isTrue();

    ann.complete(81.5);
    JsonNode done = only(posting);
    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.path("score").asDouble()).isEqualTo(81.5);
    assertThat(done.path("interviewed_at").asLong()).isEqualTo(START.getEpochSecond() + 90);
    assertThat(done.at("/agent_summary/web_interview/score").asDouble()).isEqualTo(81.5);
  }

  @Test
  void recruiterAndKnockoutsShowInTheStatus() {
    String posting = http.active("Engineer");
    SandboxCandidate ann = sandbox.candidate(ingest(posting, "Ann"));

    ann.knockOut();
    assertThat(only(posting).path("status").asText()).isEqualTo("knocked_out");
    assertThat(only(posting).at("/workflow/steps/0/knocked_out").asBoolean()).isTrue();
    ann.shortlist();
    assertThat(only(posting).path("status").asText()).isEqualTo("shortlisted");
    ann.dismiss();
    assertThat(only(posting).path("dismissed").asBoolean()).isTrue();
    assertThat(only(posting).path("shortlisted").asBoolean()).isFalse();
    assertThat(ann.status()).isEqualTo("dismissed");
  }

  @Test
  void impossibleMovesAreRefused() {
    String posting = http.active("Engineer");
    SandboxCandidate ann = sandbox.candidate(ingest(posting, "Ann"));

    assertThatThrownBy(() -> ann.complete(100.1)).hasMessageContaining("100.1");
    assertThatThrownBy(() -> ann.complete(Double.NaN)).hasMessageContaining("NaN");
    ann.completeSteps();
    assertThatThrownBy(ann::start).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sandbox.candidate("int_nope"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("int_nope");
  }

  @Test
  void datesNarrowTheListInclusively() {
    String posting = http.active("Engineer");
    for (String name : new String[] {"A", "B", "C", "D"}) {
      ingest(posting, name);
      sandbox.advance(Duration.ofMinutes(1));
    }
    String list = candidates(posting);

    assertThat(names(list + "?created_after=2026-01-31T10:01:00Z")).isEqualTo("DCB");
    assertThat(names(list + "?created_before=2026-01-31T10:01:00")).isEqualTo("BA");
    assertThat(names(list + "?created_after=2026-01-31T10:01:00.001Z")).isEqualTo("DC");
    assertThat(names(list + "?created_after=1769853660&created_before=1769853720")).isEqualTo("CB");
    assertThat(names(list + "?created_after=2026-01-31T12:01:00%2B02:00&limit=1")).isEqualTo("D");
    assertThat(
            http.get(list + "?created_after=2026-01-31T10:01:00Z&limit=1")
                .at("/pagination/total_count")
                .asInt())
        .isEqualTo(3);
  }

  @Test
  void reversedDateRangeIs400AndANonsenseDateIs422() {
    String list = candidates(http.active("Engineer"));

    Http.Answer reversed = http.get(list + "?created_after=2026-02-02&created_before=2026-02-01");
    Http.Answer nonsense = http.get(list + "?created_after=yesterday");

    assertThat(reversed.status()).isEqualTo(400);
    assertThat(reversed.text("/error/code")).isEqualTo("invalid_date_range");
    assertThat(nonsense.status()).isEqualTo(422);
    assertThat(nonsense.at("/detail/0/loc").toString()).isEqualTo("[\"query\",\"created_after\"]");
  }

  @Test
  void cursorIsTheInterviewIdOfTheSamePosting() {
    String posting = http.active("Engineer");
    String first = ingest(posting, "A");
    String second = ingest(posting, "B");
    ingest(posting, "C");
    String elsewhere = ingest(http.active("Another"), "D");

    Http.Answer page = http.get(candidates(posting) + "?limit=1&starting_after=" + second);

    assertThat(page.text("/data/0/interview_id")).isEqualTo(first);
    assertThat(page.at("/pagination/has_more").asBoolean()).isFalse();
    assertThat(http.get(candidates(posting) + "?starting_after=" + elsewhere).status())
        .isEqualTo(404);
  }

  @Test
  void unknownPostingIs404ForEveryOperation() {
    String body = "{'name':'Ann','email':'ann@a.example'}";

    assertThat(http.get(candidates("post_nope")).status()).isEqualTo(404);
    assertThat(http.post(candidates("post_nope"), body).status()).isEqualTo(404);
    assertThat(http.post(candidates("post_nope") + "/async", body).status()).isEqualTo(404);
    assertThat(http.get(POSTINGS + "/post_nope").status()).isEqualTo(404);
  }

  private String names(String path) {
    return String.join("", http.get(path).at("/data").findValuesAsText("name"));
  }
}
