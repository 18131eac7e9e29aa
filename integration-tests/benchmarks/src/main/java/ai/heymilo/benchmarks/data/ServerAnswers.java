// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Bodies as the server sends them: compact UTF-8, nothing escaped that need not be. */
public final class ServerAnswers {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] STEPS = {"resume", "conversational_sms", "web_interview", "form"};
  private static final long SOME_DAY = 1_718_000_000L;

  private ServerAnswers() {}

  /** A page of candidates, about 2 kB each. */
  public static byte[] candidates(int first, int count, boolean more) {
    Words words = new Words(first);
    ObjectNode page = MAPPER.createObjectNode();
    ArrayNode data = page.putArray("data");
    for (int i = first; i < first + count; i++) {
      data.add(candidate(words, i));
    }
    page.putObject("pagination")
        .put("has_more", more)
        .put("total_count", 1_000_000)
        .put("url", "/api/v2/postings/P_1/candidates");
    return bytes(page);
  }

  private static ObjectNode candidate(Words words, int i) {
    ObjectNode candidate =
        MAPPER
            .createObjectNode()
            .put("object", "candidate")
            .put("interview_id", id("IV", i))
            .put("candidate_id", id("C", i))
            .put("posting_id", "P_1")
            .put("name", words.name(i))
            .put("email", "candidate" + i + "@example.org")
            .put("score", decimal(words.below(1000), 1))
            .put("status", words.mostly() ? "completed" : "in_progress")
            .put("interview_url", "https://interview.example.org/i/" + id("IV", i) + "?lang=en");
    ObjectNode workflow = candidate.putObject("workflow");
    ArrayNode steps = workflow.putArray("steps");
    for (int s = 0; s < STEPS.length; s++) {
      steps
          .addObject()
          .put("step_id", STEPS[s] + "_" + i)
          .put("order", s)
          .put("status", "completed")
          .put("started", true)
          .put("completed", words.mostly())
          .put("knocked_out", false)
          .put("last_updated_at", at(words));
    }
    workflow.put("all_complete", words.mostly()).put("last_activity_at", at(words));
    ObjectNode summary = candidate.putObject("agent_summary");
    summary
        .putObject("resume")
        .put("resume_score", decimal(words.below(1000), 1))
        .put("is_eligible", words.mostly())
        .put("resume_link", "https://files.example.org/resumes/" + id("R", i) + ".pdf");
    ObjectNode interview = summary.putObject("web_interview");
    interview.put("score", decimal(words.below(500), 2));
    for (int h = 0; h < 3; h++) {
      interview.withArray("highlights").add(words.sentence(i + h, 9));
    }
    interview
        .put("audio_recording_link", "https://files.example.org/audio/" + id("A", i) + ".mp3")
        .putNull("video_recording_link");
    ObjectNode sms = summary.putObject("sms");
    sms.put("is_eligible", words.mostly());
    sms.putArray("criteria_passed").add(words.sentence(i, 4)).add(words.sentence(i + 1, 4));
    sms.putArray("criteria_failed");
    sms.put("messages_sent", words.below(12));
    summary
        .putObject("form")
        .put("is_complete", words.mostly())
        .put("is_eligible", true)
        .put("questions_answered", 6)
        .put("total_questions", 6);
    candidate.put("shortlisted", !words.mostly()).put("dismissed", false);
    candidate
        .putObject("metadata")
        .put("external_id", "ext-" + i)
        .put("source", words.sentence(i, 2));
    candidate
        .putObject("data")
        .put("years", words.below(30))
        .put("note", words.sentence(i, 5))
        .put("remote", words.mostly());
    return candidate.put("interviewed_at", at(words)).put("created_at", at(words));
  }

  /** A posting with its four steps. */
  public static byte[] posting() {
    Words words = new Words(7);
    ObjectNode answer = MAPPER.createObjectNode();
    ObjectNode posting =
        answer
            .putObject("data")
            .put("object", "posting")
            .put("id", "P_1")
            .put("company_id", "CO_1")
            .put("title", "Senior Java Engineer")
            .put("name", words.name(0))
            .put("description", words.sentence(0, 60) + words.sentence(2, 60))
            .put("language", "en")
            .put("interviewer_name", "Sarah")
            .put("status", "active")
            .put("finalized", true)
            .put("archived", false)
            .put("test_posting", false);
    for (int s = 0; s < STEPS.length; s++) {
      posting
          .withArray("workflow")
          .addObject()
          .put("id", STEPS[s] + "_1")
          .put("type", STEPS[s])
          .put("order", s)
          .putObject("config")
          .put("instructions", words.sentence(s, 20))
          .put("knockout_enabled", true)
          .put("min_evaluation_score", decimal(60, 2));
    }
    posting
        .putObject("urls")
        .put("candidate_url", "https://interview.example.org/p/P_1")
        .put("ingestion_url_key", "k-1")
        .put("review_url", "https://app.example.org/review/P_1");
    posting
        .putNull("deadline")
        .putNull("redirect_url")
        .putNull("scheduling_url")
        .put("max_retakes", 2)
        .put("allow_sms_comms", true)
        .put("instructions", words.sentence(1, 25))
        .put("company_overview", words.sentence(0, 40))
        .put("job_overview", words.sentence(3, 40))
        .putNull("interview_process_overview")
        .put("company_overview_delivery_mode", "summarized_delivery")
        .put("job_overview_delivery_mode", "exact_delivery")
        .putNull("interview_process_overview_delivery_mode")
        .putNull("phone_number_id")
        .putNull("sender_email_id")
        .putNull("email_template_group_id")
        .putNull("design_template_group_id")
        .put("retake_cooldown_days", decimal(15, 1))
        .put("email_report_to_candidate", false)
        .putNull("ats_metadata");
    posting.putObject("metadata").put("team", "payments").put("cost_centre", "4711");
    posting.put("created_at", at(words)).put("updated_at", at(words));
    answer.putNull("meta");
    return bytes(answer);
  }

  /** The answer to a posting that was created. */
  public static byte[] created() {
    ObjectNode answer = MAPPER.createObjectNode();
    answer
        .putObject("data")
        .put("object", "posting")
        .put("id", "P_1")
        .put("status", "draft")
        .put("created_at", decimal(SOME_DAY * 1000, 3))
        .putObject("urls")
        .put("candidate_url", "https://interview.example.org/p/P_1");
    return bytes(answer);
  }

  private static String id(String prefix, int i) {
    return prefix + "_" + String.format("%016x", i);
  }

  private static BigDecimal at(Words words) {
    return decimal(SOME_DAY * 1000 + words.below(100_000_000), 3);
  }

  private static BigDecimal decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale);
  }

  static byte[] bytes(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
