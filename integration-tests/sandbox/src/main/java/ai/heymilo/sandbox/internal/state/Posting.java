// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A posting. Guarded by the lock of its {@link Store}. */
public final class Posting {
  private final String id;
  private final String ingestionKey;
  private int ordinal;
  private final Instant createdAt;
  private final ObjectNode fields;
  private final List<Step> steps;
  private final @Nullable ObjectNode ats;
  private final Candidates candidates = new Candidates();
  private @Nullable Instant deadline;
  private Instant updatedAt;
  private String lowerCaseTitle;
  private boolean finalized;
  private boolean archived;

  Posting(
      String id,
      String ingestionKey,
      int ordinal,
      Instant createdAt,
      ObjectNode fields,
      List<Step> steps,
      @Nullable ObjectNode ats) {
    this.id = id;
    this.ingestionKey = ingestionKey;
    this.ordinal = ordinal;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.fields = fields;
    this.steps = List.copyOf(steps);
    this.ats = ats;
    this.lowerCaseTitle = title().toLowerCase(Locale.ROOT);
    if (fields.path("name").isNull()) {
      fields.put("name", slug(title()));
    }
  }

  /** Returns the identifier. */
  public String id() {
    return id;
  }

  /** Returns the place among all postings, from 0 for the oldest. */
  public int ordinal() {
    return ordinal;
  }

  void ordinal(int newOrdinal) {
    ordinal = newOrdinal;
  }

  private String title() {
    return fields.path("title").asText();
  }

  /** Returns whether the title has {@code lowerCasePart} in it, whatever its case. */
  public boolean titleContains(String lowerCasePart) {
    return lowerCaseTitle.contains(lowerCasePart);
  }

  /** Returns the candidates. */
  public Candidates candidates() {
    return candidates;
  }

  /** Returns the steps of the workflow in their order. */
  public List<Step> steps() {
    return steps;
  }

  /** Returns the step with this type (the first one of it) or 1-based order; null for none. */
  public @Nullable Step step(String typeOrOrder) {
    for (Step step : steps) {
      if (step.type().equals(typeOrOrder) || String.valueOf(step.order()).equals(typeOrOrder)) {
        return step;
      }
    }
    return null;
  }

  /** Returns {@code draft}, {@code active}, {@code expired} or {@code archived}. */
  public String status(Instant now) {
    if (archived) {
      return "archived";
    }
    if (!finalized) {
      return "draft";
    }
    return deadline != null && deadline.isBefore(now) ? "expired" : "active";
  }

  @Nullable ObjectNode ats() {
    return ats;
  }

  ObjectNode fields() {
    return fields;
  }

  /** Ends the draft; for a posting from an ATS, attaches the mapping too. Safe to repeat. */
  public void activate(Instant now) {
    finalized = true;
    updatedAt = now;
    if (ats != null) {
      Ats.attach(ats, now);
    }
  }

  /** Closes the posting for new candidates. Safe to repeat. */
  public void archive(Instant now) {
    archived = true;
    updatedAt = now;
  }

  void deadline(@Nullable Instant newDeadline) {
    this.deadline = newDeadline;
  }

  /** Notes a change. */
  public void touched(Instant now) {
    updatedAt = now;
    lowerCaseTitle = title().toLowerCase(Locale.ROOT);
  }

  /** Returns the posting's URLs as the document's {@code PostingURLs}. They lead nowhere. */
  public ObjectNode urls() {
    JsonNode name = fields.path("name");
    String slug = slug(name.isTextual() ? name.asText() : title());
    return JsonNodeFactory.instance
        .objectNode()
        .put("candidate_url", "https://candidates.heymilo.test/sandbox/" + slug + "-" + id)
        .put("ingestion_url_key", ingestionKey)
        .put("review_url", "https://admin.heymilo.test/w/SANDBOX/lab2/" + id + "/1-details");
  }

  /** Returns the posting as the document's {@code PostingResponse}. */
  public ObjectNode toJson(Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("object", "posting").put("id", id).put("company_id", "company_sandbox");
    json.setAll(fields.deepCopy());
    json.put("status", status(now))
        .put("finalized", finalized)
        .put("archived", archived)
        .put("test_posting", false);
    ArrayNode workflow = json.putArray("workflow");
    steps.forEach(step -> workflow.add(step.toJson()));
    json.set("urls", urls());
    json.set("deadline", Timestamps.of(deadline));
    json.set("ats_metadata", ats == null ? JsonNodeFactory.instance.nullNode() : ats.deepCopy());
    json.set("created_at", created());
    json.set("updated_at", Timestamps.of(updatedAt));
    return json;
  }

  /** Returns the time of creation as a Unix timestamp. */
  public JsonNode created() {
    return Timestamps.of(createdAt);
  }

  /** Returns copies of the steps under new identifiers. */
  List<Step> copyOfSteps(Ids ids) {
    List<Step> copies = new ArrayList<>();
    steps.forEach(step -> copies.add(step.copy(ids.next("agent_"))));
    return copies;
  }

  private static String slug(String text) {
    String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.replaceAll("^-|-$", "");
  }
}
