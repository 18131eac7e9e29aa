// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static ai.heymilo.sandbox.Http.POSTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends OwnSandbox {
  private static final String BODY = "{\"title\":\"Engineer\",\"workflow\":[{\"type\":\"form\"}]}";

  private static void creation(HttpRequest.Builder request) {
    request.header("X-API-KEY", "any").POST(BodyPublishers.ofString(BODY));
  }

  private int postings() {
    return http.get(POSTINGS).at("/pagination/total_count").asInt();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 408, 409, 422, 429, 500, 503, 504, 599})
  void failedRequestHasTheStatusAndTheDocumentsShapeAndIsNotApplied(int status) {
    sandbox.faults().failNext(1, status);

    Http.Answer failed = http.post(POSTINGS, BODY);

    assertThat(failed.status()).isEqualTo(status);
    assertThat(failed.json().has(status == 422 ? "detail" : "error")).isTrue();
    assertThat(postings()).isZero();
  }

  @Test
  void onlyTheNextSoManyRequestsFail() {
    sandbox.faults().failNext(2, 503);

    assertThat(http.get(POSTINGS).status()).isEqualTo(503);
    assertThat(http.get(POSTINGS).status()).isEqualTo(503);
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
  }

  @Test
  void faultOfAnOperationAfterSomeRequestsLeavesTheOthersAlone() {
    sandbox.faults().on("listPostings").after(2).failNext(1, 500);

    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    assertThat(http.post(POSTINGS, BODY).status()).isEqualTo(201);
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
    assertThat(http.post(POSTINGS, BODY).status()).isEqualTo(201);
    assertThat(http.get(POSTINGS).status()).isEqualTo(500);
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
  }

  @Test
  void plannedFaultsAreMetInTheirOrder() {
    sandbox.faults().failNext(1, 500);
    sandbox.faults().failNext(1, 503);

    assertThat(http.get(POSTINGS).status()).isEqualTo(500);
    assertThat(http.get(POSTINGS).status()).isEqualTo(503);
    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
  }

  @Test
  void appliedAndDroppedRequestLeavesItsPostingBehindAndNoAnswer() {
    sandbox.faults().applyAndDrop(1);

    assertThatThrownBy(() -> http.exchange(FaultsTest::creation, POSTINGS))
        .isInstanceOf(IOException.class);
    assertThat(postings()).isEqualTo(1);
    assertThat(sandbox.received().get(0).status()).isZero();
  }

  @Test
  void droppedRequestIsNotApplied() {
    sandbox.faults().dropNext(1);

    assertThatThrownBy(() -> http.exchange(FaultsTest::creation, POSTINGS))
        .isInstanceOf(IOException.class);
    assertThat(postings()).isZero();
  }

  @Test
  void truncatedBodyEndsBeforeItsContentLength() {
    sandbox.faults().truncateNext(1);

    assertThatThrownBy(() -> http.exchange(FaultsTest::creation, POSTINGS))
        .isInstanceOf(IOException.class);
    assertThat(postings()).isEqualTo(1);
    assertThat(http.post(POSTINGS, BODY).status()).isEqualTo(201);
  }

  @Test
  void latencyHoldsTheAnswerBack() {
    sandbox.faults().on("getPosting").latency(Duration.ofMillis(300));
    long start = System.nanoTime();

    assertThat(http.get(posting("post_nope")).status()).isEqualTo(404);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void durationsThatAreNoneAreRefused() {
    for (Duration wrong :
        List.of(Duration.ZERO, Duration.ofNanos(999_999), Duration.ofHours(24).plusMillis(1))) {
      assertThatThrownBy(() -> sandbox.faults().latency(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("latency must be within 1 ms and 24 hours, was " + wrong);
      assertThatThrownBy(() -> sandbox.faults().slowBodies(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("slowBodies must be within 1 ms and 24 hours, was " + wrong);
    }
    sandbox.faults().on("getPosting").latency(Duration.ofHours(24));
    sandbox.faults().on("getPosting").slowBodies(Duration.ofMillis(1));

    assertThat(http.get(POSTINGS).status()).isEqualTo(200);
  }

  @Test
  void slowBodyArrivesWholeButLate() {
    http.draft("Engineer");
    sandbox.faults().slowBodies(Duration.ofMillis(400));
    long start = System.nanoTime();

    assertThat(http.get(POSTINGS).at("/data")).hasSize(1);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void unknownFieldsAreInEveryDescribedObjectAndInNoMap() {
    http.post(POSTINGS, "{'title':'Engineer','metadata':{'a':'1'},'workflow':[{'type':'form'}]}");
    sandbox.faults().unknownFields();

    JsonNode list = http.get(POSTINGS).json();

    assertThat(list.at("/sandbox_new_field/added").asBoolean()).isTrue();
    assertThat(list.at("/pagination").has("sandbox_new_field")).isTrue();
    assertThat(list.at("/data/0").has("sandbox_new_field")).isTrue();
    assertThat(list.at("/data/0/urls").has("sandbox_new_field")).isTrue();
    assertThat(list.at("/data/0/workflow/0").has("sandbox_new_field")).isTrue();
    assertThat(list.at("/data/0/workflow/0/config")).isEmpty();
    assertThat(list.at("/data/0/metadata")).hasSize(1);
    assertThat(list.at("/data/0/status").asText()).isEqualTo("draft");
  }

  @Test
  void unknownValuesReplaceListedOnesOnly() {
    http.draft("Engineer");
    sandbox.faults().unknownValues();

    JsonNode posting = http.get(POSTINGS).at("/data/0");

    assertThat(posting.path("status").asText()).isEqualTo("sandbox_new_value");
    assertThat(posting.at("/workflow/0/type").asText()).isEqualTo("sandbox_new_value");
    assertThat(posting.path("title").asText()).isEqualTo("Engineer");
    assertThat(posting.path("object").asText()).isEqualTo("posting");
    assertThat(posting.has("sandbox_new_field")).isFalse();
  }

  @Test
  void clearedFaultsAreGone() {
    sandbox.faults().failNext(5, 500);
    sandbox.faults().unknownFields();
    sandbox.faults().clear();

    Http.Answer list = http.get(POSTINGS);

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.json().has("sandbox_new_field")).isFalse();
  }

  @Test
  void misplacedFaultsAreRefused() {
    assertThatThrownBy(() -> sandbox.faults().on("createPostings"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("createPostings")
        .hasMessageContaining("createPosting,");
    assertThatThrownBy(() -> sandbox.faults().failNext(1, 200)).hasMessageContaining("200");
  }
}
