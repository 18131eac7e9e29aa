// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import ai.heymilo.sandbox.internal.state.Progress.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A candidate of one posting. Guarded by the monitor of its {@link Store}. */
public final class Candidate {
  private final String interviewId;
  private final String candidateId;
  private final Posting posting;
  private int ordinal;
  private final JsonNode request;
  private final Instant createdAt;
  private @Nullable Progress progress;
  private @Nullable Double score;
  private @Nullable Instant interviewedAt;
  private boolean shortlisted;
  private boolean dismissed;
  private final ObjectNode changes = JsonNodeFactory.instance.objectNode();

  Candidate(
      String interviewId,
      String candidateId,
      Posting posting,
      int ordinal,
      JsonNode request,
      Instant createdAt) {
    this.interviewId = interviewId;
    this.candidateId = candidateId;
    this.posting = posting;
    this.ordinal = ordinal;
    this.request = request;
    this.createdAt = createdAt;
  }

  /** Returns the identifier of the candidate in this posting. */
  public String interviewId() {
    return interviewId;
  }

  /** Returns the posting. */
  public Posting posting() {
    return posting;
  }

  /** Returns the place among the posting's candidates, from 0 for the oldest. */
  public int ordinal() {
    return ordinal;
  }

  void ordinal(int newOrdinal) {
    ordinal = newOrdinal;
  }

  /** Returns the time of ingestion. */
  public Instant createdAt() {
    return createdAt;
  }

  /** Returns where the candidate is interviewed. It leads nowhere. */
  public String interviewUrl() {
    return "https://candidates.heymilo.test/sandbox/interviews/" + interviewId;
  }

  /** Returns the metadata sent with the candidate, or a null node. */
  public JsonNode metadata() {
    return sent("metadata");
  }

  /** Starts the first step that is not completed. */
  public void start(Instant now) {
    moveCurrent(State.IN_PROGRESS, now);
  }

  /** Completes the first step that is not completed. */
  public void completeStep(Instant now) {
    moveCurrent(State.COMPLETED, now);
    if (progress().isAllComplete()) {
      interviewedAt = now;
    }
  }

  /** Completes every step. */
  public void completeSteps(Instant now) {
    while (!progress().isAllComplete()) {
      completeStep(now);
    }
  }

  /** Disqualifies the candidate at the first step that is not completed. */
  public void knockOut(Instant now) {
    moveCurrent(State.KNOCKED_OUT, now);
  }

  /** Gives the overall score, 0–100. */
  public void score(double value) {
    score = value;
  }

  /** Marks the candidate as shortlisted by a recruiter, and as not dismissed. */
  public void shortlist() {
    shortlisted = true;
    dismissed = false;
  }

  /** Marks the candidate as dismissed by a recruiter, and as not shortlisted. */
  public void dismiss() {
    dismissed = true;
    shortlisted = false;
  }

  private void moveCurrent(State state, Instant now) {
    int current = progress().current();
    if (current < 0) {
      throw new IllegalStateException("candidate " + interviewId + " has completed every step");
    }
    progress().move(current, state, now);
  }

  /** Made on first use: most of many candidates never move. */
  private Progress progress() {
    if (progress == null) {
      progress = new Progress(posting.steps().size());
    }
    return progress;
  }

  /** Returns the status in the document's words. */
  public String status() {
    if (dismissed) {
      return "dismissed";
    }
    if (shortlisted) {
      return "shortlisted";
    }
    if (progress == null || !progress.isStarted()) {
      return "pending";
    }
    if (progress.isKnockedOut()) {
      return "knocked_out";
    }
    if (progress.isAllComplete()) {
      return score == null ? "evaluating" : "completed";
    }
    return "in_progress";
  }

  /** Returns the candidate as the document's {@code CandidateResponse}. */
  public ObjectNode toJson() {
    Progress shown = progress == null ? new Progress(posting.steps().size()) : progress;
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("object", "candidate")
        .put("interview_id", interviewId)
        .put("candidate_id", candidateId)
        .put("posting_id", posting.id())
        .put("name", request.path("name").asText())
        .put("email", request.path("email").asText())
        .put("score", score)
        .put("status", status())
        .put("interview_url", interviewUrl())
        .put("shortlisted", shortlisted)
        .put("dismissed", dismissed);
    json.set("workflow", shown.toJson(posting.steps()));
    json.set("agent_summary", Summaries.of(posting.steps(), shown, score));
    json.set("metadata", metadata());
    json.set("data", sent("data"));
    json.set("interviewed_at", Timestamps.of(interviewedAt));
    json.set("created_at", Timestamps.of(createdAt));
    json.setAll(changes.deepCopy());
    return json;
  }

  /** Keeps the fields of {@code changed} that differ from {@link #toJson}. */
  public void change(ObjectNode changed) {
    ObjectNode before = toJson();
    for (Map.Entry<String, JsonNode> field : changed.properties()) {
      if (!field.getValue().equals(before.get(field.getKey()))) {
        changes.set(field.getKey(), field.getValue());
      }
    }
  }

  private JsonNode sent(String name) {
    return request.has(name) ? request.get(name).deepCopy() : NullNode.getInstance();
  }
}
