// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.contract.testkit.OnBundledDocument;
import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.errors.BadRequestException;
import ai.heymilo.errors.NotFoundException;
import ai.heymilo.generated.Json;
import ai.heymilo.generated.api.InterviewersApi;
import ai.heymilo.generated.model.CreateWebhookRequest;
import ai.heymilo.generated.model.EventType;
import ai.heymilo.generated.model.PostingStatus;
import ai.heymilo.generated.model.ResumeConfig;
import ai.heymilo.generated.model.WebhookResponse;
import ai.heymilo.postings.CreatedPosting;
import ai.heymilo.postings.PostingBuilder;
import ai.heymilo.postings.Step;
import ai.heymilo.postings.TemplatePostingBuilder;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.SandboxAssert;
import ai.heymilo.sandbox.junit.UseHeyMiloSandbox;
import ai.heymilo.testkit.Canary;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Where the vendor's pages contradict one another about operations, their parameters and answers,
 * or refer to what is not there: what the client does, and why.
 */
@UseHeyMiloSandbox
class SpecIssuesOfOperationsTest {
  @RegisterExtension final Stub stub = new Stub();

  /**
   * "Unknown keys return 400" says the update of a step's configuration, but declares no 400. The
   * client has a type for it all the same, and leaves it to the server to know its keys: a key may
   * be newer than the document.
   */
  @Test
  void unknownStepKeysAreSentAndTheUndeclared400HasAType(HeyMilo milo) {
    String id = milo.postings().create("Staff", p -> p.resume(s -> {})).id();

    var refused =
        catchThrowableOfType(
            BadRequestException.class,
            () ->
                milo.posting(id).step(Step.RESUME).update(c -> c.additionalProperty("new_key", 1)));

    assertThat(refused.code()).isEqualTo("unknown_config_key");
    assertThat(refused.fieldErrors()).singleElement().asString().contains("new_key");
  }

  /**
   * {@code created_after} is a date-time by its parameter, and "Unix epoch seconds" by the
   * operation that has it. The client sends ISO 8601 in UTC: schema and parameter say so, with
   * examples.
   */
  @Test
  void timesInQueriesAreIso8601InUtc() {
    stub.answer("{\"data\":[],\"pagination\":{\"has_more\":false}}");
    Instant time = Instant.parse("2026-03-13T00:00:00Z");

    assertThat(stub.client().posting("P").candidates().list(q -> q.createdAfter(time)).stream())
        .isEmpty();
    assertThat(stub.requests().get(0).getQueryParams().get("created_after").firstValue())
        .isEqualTo("2026-03-13T00:00:00Z");
  }

  /**
   * {@code starting_after} is a candidate's {@code interview_id} in one list; in the list of
   * interviewers nothing says what it is. The client sends the {@code id} of the last one, which is
   * all that identifies it.
   */
  @Test
  void theCursorOfInterviewersIsTheirId(HeyMilo milo, HeyMiloSandbox sandbox) {
    milo.postings().create("One", p -> p.form(s -> {}));
    String second = milo.postings().create("Two", p -> p.form(s -> {})).id();

    assertThat(milo.postings().list(q -> q.limit(1)).stream()).hasSize(2);
    SandboxAssert.assertThat(sandbox).received("listPostings").withQuery("starting_after", second);
  }

  /**
   * {@code X-API-KEY} is an optional parameter of every operation, required by the security scheme,
   * and required again on the reference page. The client always sends it; no stub has a parameter
   * for it, so that it cannot be forgotten or logged with the others.
   */
  @Test
  void theKeyIsAlwaysSentAndNeverAnArgument() {
    stub.answer(Stub.POSTING);
    stub.client().posting("P").get();

    assertThat(stub.requests().get(0).getHeader("X-API-KEY")).isEqualTo(Canary.KEY);
    assertThatThrownBy(() -> HeyMilo.builder().build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(List.of("getPosting", "archivePosting", "activatePosting"))
        .allSatisfy(
            name -> assertThat(InterviewersApi.class.getMethod(name, String.class)).isNotNull());
  }

  /**
   * What is not derived from an ATS is "unchanged" after creation, and no page says from what:
   * draft or active. The client does not guess: status is what the server said, and whether an
   * activation is pending is read from {@code ats_metadata} alone.
   */
  @Test
  void theStatusAfterCreationIsWhatTheServerSays(HeyMilo milo, HeyMiloSandbox sandbox) {
    sandbox.atsTemplate("IT_ats");
    CreatedPosting own = milo.postings().create("Own", p -> p.form(s -> {}));
    CreatedPosting ats = milo.postings().createFromTemplate("ATS", "IT_ats", p -> {});

    assertThat(own.status()).isEqualTo(PostingStatus.DRAFT);
    assertThat(own.pendingActivation()).isFalse();
    assertThat(ats.status()).isEqualTo(PostingStatus.DRAFT);
    assertThat(ats.pendingActivation()).isTrue();
    stub.answer(Stub.CREATED.replace("draft", "active"));
    assertThat(stub.client().postings().create("Staff", p -> p.form(s -> {})).status())
        .isEqualTo(PostingStatus.ACTIVE);
  }

  /**
   * {@code workflow} and {@code interview_template_id} exclude each other in words; the schema
   * allows both and neither. The client has a method for each, with builders that lack the other.
   */
  @Test
  void workflowAndTemplateExcludeEachOtherByType() {
    assertThat(names(PostingBuilder.class))
        .contains("resume")
        .doesNotContain("interviewTemplateId");
    assertThat(names(TemplatePostingBuilder.class))
        .doesNotContain("resume", "step", "workflow", "interviewTemplateId");
  }

  /**
   * Descriptions name {@code POST /postings/{posting_id}/activate}; the path is below {@code
   * /api/v2}. The client goes by the path.
   */
  @Test
  void activationIsBelowTheVersionedPath() {
    stub.answer(Stub.POSTING);
    stub.client().posting("P").activate();

    assertThat(stub.requests().get(0).getUrl()).isEqualTo("/api/v2/postings/P/activate");
  }

  /**
   * A step's {@code config} refers to {@code GET /api/v2/schemas/agents}, which no page has. The
   * client reads it with the schemas that creation has for the same types; the raw map stays.
   */
  @Test
  void configurationsAreReadWithTheSchemasOfCreation() {
    stub.answer(
        Stub.POSTING.replace(
            "\"id\"",
            "\"workflow\":[{\"type\":\"resume\",\"order\":1,\"config\":{\"mandatory\":true}}],\"id\""));
    var step = stub.client().posting("P").get().getWorkflow().get(0);

    assertThat(Step.configOf(step)).isInstanceOf(ResumeConfig.class);
    assertThat(step.getConfig()).containsEntry("mandatory", true);
  }

  /**
   * {@code voice_id} refers to {@code GET /api/v2/voices}, and {@code ingestion_url_key} to {@code
   * POST /intake/v1/candidate/{key}}; neither operation is in the document. The client has no
   * method for them, and both fields are plain text.
   */
  @Test
  @OnBundledDocument
  void operationsThatAreOnlyMentionedDoNotExist() {
    assertThat(names(HeyMilo.class)).doesNotContain("voices", "intake", "webhooks");
    stub.answer(Stub.CREATED);
    stub.client().postings().create("Staff", p -> p.webInterview(s -> s.voiceId("wrv_any")));
    assertThat(stub.body()).contains("\"voice_id\":\"wrv_any\"");
  }

  /**
   * An {@code ingestion_id} is returned "to track the job", and no operation takes one. The client
   * hands it out and does not pretend: what was queued is found by listing, once it has appeared.
   */
  @Test
  void queuedCandidatesAreFoundByListing(HeyMilo milo, HeyMiloSandbox sandbox) {
    String id = milo.postings().create("Staff", p -> p.form(s -> {})).id();
    milo.posting(id).activate();
    var queued = milo.posting(id).candidates().enqueue(Candidate.of("Ada", "ada@example.org"));

    assertThat(queued.getIngestionId()).isNotBlank();
    assertThat(names(queued.getClass())).doesNotContain("await", "refresh");
    assertThat(milo.posting(id).candidates().list().stream()).isEmpty();
    sandbox.tick();
    assertThat(milo.posting(id).candidates().list().stream()).hasSize(1);
  }

  /**
   * Webhooks have schemas and no operations; the request names two events and "etc.", the answer
   * any. The client keeps every name, known or not.
   */
  @Test
  void namesOfWebhookEventsAreOpen() throws Exception {
    assertThat(EventType.of("interview_completed")).isSameAs(EventType.INTERVIEW_COMPLETED);
    assertThat(EventType.of("candidate.shortlisted").isKnown()).isFalse();
    String json = "{\"event_type\":\"candidate.shortlisted\"}";
    for (Class<?> type : List.of(CreateWebhookRequest.class, WebhookResponse.class)) {
      Object read = Json.mapper().readValue(json, type);
      assertThat(Json.mapper().writeValueAsString(read)).isEqualTo(json);
    }
  }

  /**
   * 404 is declared even where nothing is looked up: for the list of interviewers, which has no id.
   * It has its type there too; the sandbox uses it for a cursor that names nothing.
   */
  @Test
  void aListCanBeNotFound(HeyMilo milo) {
    assertThatThrownBy(() -> milo.postings().list(q -> q.startingAfter("nope")).stream().toList())
        .isInstanceOf(NotFoundException.class);
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getMethods()).map(Method::getName).toList();
  }
}
