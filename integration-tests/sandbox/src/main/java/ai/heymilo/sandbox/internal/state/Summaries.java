// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes up the {@code agent_summary} of a candidate: one part for each completed step. */
final class Summaries {
  private Summaries() {}

  /** Returns the document's {@code AgentSummary}, a null node while no step is completed. */
  static JsonNode of(List<Step> steps, Progress progress, @Nullable Double score) {
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < steps.size(); i++) {
      if (progress.isCompleted(i)) {
        add(summary, steps.get(i), score);
      }
    }
    return summary.isEmpty() ? NullNode.getInstance() : summary;
  }

  private static void add(ObjectNode summary, Step step, @Nullable Double score) {
    switch (step.type()) {
      case "resume":
        summary.putObject("resume").put("resume_score", score).put("is_eligible", true);
        break;
      case "web_interview":
        summary.putObject("web_interview").put("score", score).putArray("highlights");
        break;
      case "conversational_sms":
        ObjectNode sms = summary.putObject("sms").put("is_eligible", true);
        ArrayNode passed = sms.putArray("criteria_passed");
        step.questions().forEach(question -> passed.add(question.path("text").asText()));
        sms.putArray("criteria_failed");
        sms.put("messages_sent", step.questions().size());
        break;
      case "form":
        summary
            .putObject("form")
            .put("is_complete", true)
            .put("is_eligible", true)
            .put("questions_answered", step.questions().size())
            .put("total_questions", step.questions().size());
        break;
      default:
        // a type that the document gains has no summary that could be made up
    }
  }
}
