// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.model.PostingResponse;
import ai.heymilo.generated.model.PostingStatus;
import ai.heymilo.generated.model.ResumeConfig;
import ai.heymilo.generated.model.WorkflowStep;
import ai.heymilo.postings.AtsMetadata;
import ai.heymilo.postings.CreatedPosting;
import ai.heymilo.postings.Step;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes back is typed, and nothing of it is lost. */
class ReadingTest {
  private static final String FULL =
      """
      {"data":{"object":"posting","id":"P","company_id":"C","title":"T","description":"D",\
      "status":"paused","finalized":true,"archived":false,"test_posting":false,\
      "created_at":1739612400,"updated_at":1739612400.5,"brand_new":{"a":[1,null]},\
      "workflow":[{"id":"w1","type":"resume","order":1,"config":{"mandatory":true,"novel":7}},\
      {"id":"w2","type":"avatar","order":2,"config":{"pose":"sitting"}}],\
      "ats_metadata":{"pending_activation":true,"source":"job_sync","ats_name":"workable"}}}\
      """;

  @RegisterExtension final Stub stub = new Stub();

  private PostingResponse read() {
    stub.answer(FULL);
    return stub.client().posting("P").get();
  }

  @Test
  void timestampsAreInstants() {
    assertThat(read().getCreatedAt()).isEqualTo(Instant.parse("2025-02-15T09:40:00Z"));
    assertThat(read().getUpdatedAt()).isEqualTo(Instant.parse("2025-02-15T09:40:00.500Z"));
  }

  @Test
  void statusesAreOpenValues() {
    assertThat(read().getStatus()).isEqualTo(PostingStatus.of("paused"));
    assertThat(read().getStatus().isKnown()).isFalse();
    assertThat(PostingStatus.of("active")).isSameAs(PostingStatus.ACTIVE);
  }

  @Test
  void theConfigurationOfAStepHasTheTypeOfTheStep() {
    WorkflowStep resume = read().getWorkflow().get(0);

    assertThat(Step.RESUME.config(resume).orElseThrow().getMandatory()).isTrue();
    assertThat(Step.configOf(resume)).isInstanceOf(ResumeConfig.class);
    assertThat(((ResumeConfig) Step.configOf(resume)).getAdditionalProperties())
        .isEqualTo(Map.of("novel", 7));
    assertThat(Step.FORM.config(resume)).isEmpty();
  }

  @Test
  void theConfigurationOfAnUnknownStepIsAMap() {
    WorkflowStep avatar = read().getWorkflow().get(1);

    assertThat(Step.configOf(avatar)).isEqualTo(Map.of("pose", "sitting"));
    assertThat(Step.of("avatar").config(avatar)).contains(Map.of("pose", "sitting"));
  }

  @Test
  void pendingActivationIsAMethod() {
    assertThat(AtsMetadata.of(read()).pendingActivation()).isTrue();
    assertThat(AtsMetadata.of(read()).atsName()).isEqualTo("workable");
    assertThat(AtsMetadata.of(new PostingResponse()).pendingActivation()).isFalse();
  }

  @Test
  void nothingThatTheServerSentIsLost() throws Exception {
    assertThat(Json.mapper().readTree(Json.mapper().writeValueAsBytes(read())))
        .isEqualTo(Json.mapper().readTree(FULL).get("data"));
  }

  @Test
  void aReceiptWithoutTheWholeInterviewerIsReadAsWell() {
    stub.answer(Stub.CREATED);
    CreatedPosting created = stub.client().postings().create("Staff", p -> p.form(s -> {}));

    assertThat(created.id()).isEqualTo("POST_1");
    assertThat(created.status()).isEqualTo(PostingStatus.DRAFT);
    assertThat(created.posting()).isNull();
    assertThat(created.pendingActivation()).isFalse();
  }
}
