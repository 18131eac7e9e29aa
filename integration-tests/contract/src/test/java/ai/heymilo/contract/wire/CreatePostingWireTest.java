// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.Stub;
import ai.heymilo.generated.model.DeliveryMode;
import ai.heymilo.postings.PostingBuilder;
import ai.heymilo.testkit.Canary;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What createPosting puts on the wire, byte for byte. */
class CreatePostingWireTest {
  @RegisterExtension final Stub stub = new Stub();

  @BeforeEach
  void answer() {
    stub.answer(Stub.CREATED);
  }

  private String sent(Consumer<PostingBuilder> posting) {
    stub.client().postings().create("Staff", posting);
    return stub.body();
  }

  @Test
  void unsetFieldsStayOffTheWire() {
    assertThat(sent(p -> p.resume(s -> {})))
        .isEqualTo("{\"title\":\"Staff\",\"workflow\":[{\"type\":\"resume\"}]}");
  }

  @Test
  void aTemplateIsNotOverwrittenWithDefaults() {
    stub.client().postings().createFromTemplate("Staff", "IT_1", p -> {});

    assertThat(stub.body()).isEqualTo("{\"title\":\"Staff\",\"interview_template_id\":\"IT_1\"}");
  }

  @Test
  void everyFieldOfARequestGoesOut() {
    assertThat(
            sent(
                p ->
                    p.description("D")
                        .form(s -> {})
                        .name("staff")
                        .language("de")
                        .interviewerName("Eva")
                        .instructions("I")
                        .companyOverview("C")
                        .jobOverview("J")
                        .interviewProcessOverview("P")
                        .companyOverviewDeliveryMode(DeliveryMode.EXACT_DELIVERY)
                        .jobOverviewDeliveryMode(DeliveryMode.REFERENCE_ONLY)
                        .interviewProcessOverviewDeliveryMode(DeliveryMode.of("new"))
                        .phoneNumberId("PN")
                        .senderEmailId("SE")
                        .emailTemplateGroupId("EG")
                        .designTemplateGroupId("DG")
                        .redirectUrl("https://e.org/r")
                        .schedulingUrl("https://e.org/s")
                        .deadline(Instant.parse("2025-03-15T00:00:00Z"))
                        .allowSmsComms(true)
                        .maxRetakes(2)
                        .retakeCooldownDays(1.5)
                        .emailReportToCandidate(false)
                        .metadata(Map.of("a", "1"))
                        .metadata("b", "2")))
        .isEqualTo(
            """
            {"title":"Staff","description":"D","workflow":[{"type":"form"}],"name":"staff",\
            "language":"de","interviewer_name":"Eva","instructions":"I","company_overview":"C",\
            "job_overview":"J","interview_process_overview":"P",\
            "company_overview_delivery_mode":"exact_delivery",\
            "job_overview_delivery_mode":"reference_only",\
            "interview_process_overview_delivery_mode":"new","phone_number_id":"PN",\
            "sender_email_id":"SE","email_template_group_id":"EG","design_template_group_id":"DG",\
            "redirect_url":"https://e.org/r","scheduling_url":"https://e.org/s",\
            "deadline":"2025-03-15T00:00:00Z","allow_sms_comms":true,"max_retakes":2,\
            "retake_cooldown_days":1.5,"email_report_to_candidate":false,\
            "metadata":{"a":"1","b":"2"}}""");
  }

  @Test
  void stepsGoOutInTheOrderOfTheCallsWithTheirTypes() {
    assertThat(
            sent(
                p ->
                    p.webInterview(s -> s.video(true))
                        .form(s -> s.knockoutEnabled(true))
                        .conversationalSms(s -> s.maxNudgeAmount(3))
                        .resume(s -> s.mandatory(true))))
        .isEqualTo(
            """
            {"title":"Staff","workflow":[\
            {"type":"web_interview","config":{"video":true}},\
            {"type":"form","config":{"knockout_enabled":true}},\
            {"type":"conversational_sms","config":{"max_nudge_amount":3}},\
            {"type":"resume","config":{"mandatory":true}}]}""");
  }

  @Test
  void theKeyGoesInItsHeaderAloneAndTheBodyIsJson() {
    sent(p -> p.resume(s -> {}));

    var request = stub.requests().get(0);
    assertThat(request.getHeader("X-API-KEY")).isEqualTo(Canary.KEY);
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeaders().getHeader("Authorization").isPresent()).isFalse();
    assertThat(request.getUrl()).isEqualTo("/api/v2/postings");
    assertThat(request.getMethod().getName()).isEqualTo("POST");
  }

  @Test
  void textsOfAllScriptsAreUtf8AndWhatIsBeyondTheFirstPlaneIsEscaped() {
    assertThat(sent(p -> p.description("Zoë 北京 🚀").resume(s -> {})))
        .contains("Zoë 北京 \\uD83D\\uDE80");
  }

  @Test
  void whatTheDocumentDoesNotKnowYetCanBeSent() {
    assertThat(
            sent(
                p ->
                    p.additionalProperty("brand_new", 1)
                        .resume(
                            s ->
                                s.additionalProperty("new_key", null)
                                    .eligibility("E", q -> q.additionalProperty("k", true)))))
        .isEqualTo(
            """
            {"title":"Staff","workflow":[{"type":"resume","config":{"new_key":null},"questions":[\
            {"modality":"resume_eligibility","text":"E","k":true}]}],"brand_new":1}""");
  }
}
