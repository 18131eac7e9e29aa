// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.goldens;

import ai.heymilo.generated.model.DeliveryMode;
import ai.heymilo.generated.model.ResponseFormat;
import ai.heymilo.generated.model.UpdatePostingRequest;
import ai.heymilo.generated.model.WebInterviewConfig;
import ai.heymilo.postings.ConversationalSmsStepBuilder;
import ai.heymilo.postings.FormStepBuilder;
import ai.heymilo.postings.PostingBuilder;
import ai.heymilo.postings.ResumeStepBuilder;
import ai.heymilo.postings.WebInterviewStepBuilder;
import java.time.Instant;
import java.util.Map;

/** Sets all that there is to set. */
final class Everything {
  private Everything() {}

  static void of(PostingBuilder posting) {
    posting
        .description("D")
        .resume(Everything::of)
        .conversationalSms(Everything::of)
        .webInterview(Everything::of)
        .form(Everything::of)
        .name("staff")
        .language("de")
        .interviewerName("Eva")
        .instructions("I")
        .companyOverview("C")
        .jobOverview("J")
        .interviewProcessOverview("P")
        .companyOverviewDeliveryMode(DeliveryMode.EXACT_DELIVERY)
        .jobOverviewDeliveryMode(DeliveryMode.REFERENCE_ONLY)
        .interviewProcessOverviewDeliveryMode(DeliveryMode.SILENT_REFERENCE)
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
        .metadata("a", "1");
  }

  static void of(UpdatePostingRequest.Builder posting) {
    posting
        .title("Staff")
        .description("Ten characters or more.")
        .clearName()
        .language("de")
        .interviewerName("Eva")
        .instructions("I")
        .companyOverview("C")
        .jobOverview("J")
        .clearInterviewProcessOverview()
        .companyOverviewDeliveryMode(DeliveryMode.EXACT_DELIVERY)
        .jobOverviewDeliveryMode(DeliveryMode.REFERENCE_ONLY)
        .clearInterviewProcessOverviewDeliveryMode()
        .phoneNumberId("PN")
        .senderEmailId("SE")
        .emailTemplateGroupId("EG")
        .designTemplateGroupId("DG")
        .clearRedirectUrl()
        .schedulingUrl("https://e.org/s")
        .deadline(Instant.parse("2025-03-15T00:00:00Z"))
        .allowSmsComms(true)
        .maxRetakes(2)
        .retakeCooldownDays(1.5)
        .emailReportToCandidate(false)
        .metadata("a", "1");
  }

  private static void of(ResumeStepBuilder step) {
    step.instructions("I")
        .companyOverview("C")
        .jobOverview("J")
        .interviewProcessOverview("P")
        .companyOverviewDeliveryMode(DeliveryMode.EXACT_DELIVERY)
        .jobOverviewDeliveryMode(DeliveryMode.EXACT_DELIVERY)
        .interviewProcessOverviewDeliveryMode(DeliveryMode.EXACT_DELIVERY)
        .knockoutEnabled(true)
        .minEvaluationScore(0.5)
        .mandatory(true)
        .numEligibilityQuestions(1)
        .numCriteriaQuestions(2)
        .eligibility("E", q -> q.weight(1))
        .scoring("S", q -> q.weight(4).evaluationCriteria("C").scoreOf1("low").scoreOf5("high"));
  }

  private static void of(ConversationalSmsStepBuilder step) {
    step.instructions("I")
        .knockoutEnabled(true)
        .numQuestions(2)
        .introMessage("Hello")
        .disqualificationMessage("Sorry")
        .followUpMessage("Still there?")
        .hopOnCallMessage("Call me")
        .cooldownPeriodHrs(24)
        .maxNudgeAmount(3)
        .blackoutPeriod("enabled", true)
        .ask("A", q -> q.yesNo().expectedAnswer("yes").dealbreaker())
        .ask("B", q -> q.numeric().expectedValue(3).weight(2));
  }

  private static void of(WebInterviewStepBuilder step) {
    step.video(true)
        .voiceId("V")
        .phoneCallsEnabled(false)
        .interviewType("T")
        .numQuestions(3)
        .minEvaluationScore(0.5)
        .promptVersion("v2")
        .isMultilingual(true)
        .cheatDetectionConfig("tab", true)
        .webInterviewConfig("theme", "dark")
        .ask(
            "Q",
            q ->
                q.scored()
                    .weight(5)
                    .evaluationCriteria("E")
                    .scoreOf1("low")
                    .scoreOf5("high")
                    .minFollowUps(1)
                    .maxFollowUps(3)
                    .additionalInstructions("A")
                    .postProcessingEvaluationCriteria("P"))
        .ask("N", q -> q.openEnded().notScored())
        .tag(
            "notice",
            q -> q.responseFormat(ResponseFormat.NUMBER).instructions("In days.").options("30"));
  }

  private static void of(FormStepBuilder step) {
    step.knockoutEnabled(true)
        .text("T", q -> q.answer("A").knockout())
        .number("N", q -> q.operator("gt").mandatory())
        .date("D")
        .fileUpload("F", q -> q.fileTypes("pdf").allowMultipleFiles())
        .slider("S", 1, 5, q -> q.sliderStep(0.5))
        .dropdown("O", "Berlin", "Remote")
        .multipleChoice("M", "a", "b");
  }

  static void of(WebInterviewConfig.Builder config) {
    config
        .instructions("I")
        .clearCompanyOverview()
        .video(true)
        .voiceId("V")
        .numQuestions(3)
        .cheatDetectionConfig(Map.of("tab", true));
  }
}
