// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.state;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the sandbox remembers. Not safe by itself: whoever uses it or anything it returns
 * holds the store's monitor.
 */
public final class Store {
  private final Clock clock;
  private final PostingFields fields;
  private final @Nullable Duration queueDelay;
  private final boolean activeOnCreate;
  private final boolean deduplicates;
  private Ids ids = new Ids();
  private final List<Posting> postings = new ArrayList<>();
  private final Map<String, Posting> postingsById = new HashMap<>();
  private final Map<String, Template> templates = new HashMap<>();
  private final Map<String, Candidate> candidatesById = new HashMap<>();
  private final Map<String, String> candidateIdsByEmail = new HashMap<>();
  private final IngestQueue queue = new IngestQueue();

  /**
   * Returns an empty store.
   *
   * @param queueDelay how long queued candidates wait by themselves; null for until {@link #turn}
   * @param activeOnCreate whether postings that do not come from an ATS are never drafts
   * @param deduplicates whether an e-mail address makes one candidate of a posting
   */
  public Store(
      ApiDocument document,
      Clock clock,
      @Nullable Duration queueDelay,
      boolean activeOnCreate,
      boolean deduplicates) {
    this.clock = clock;
    this.fields = new PostingFields(document);
    this.queueDelay = queueDelay;
    this.activeOnCreate = activeOnCreate;
    this.deduplicates = deduplicates;
  }

  /** Forgets everything, and starts numbering anew. */
  public void clear() {
    ids = new Ids();
    postings.clear();
    postingsById.clear();
    templates.clear();
    candidatesById.clear();
    candidateIdsByEmail.clear();
    queue.clear();
  }

  /** Returns the sandbox's time, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns the posting, null when there is none. */
  public @Nullable Posting posting(String id) {
    return postingsById.get(id);
  }

  /** Returns the candidate with this interview id, null when there is none. */
  public @Nullable Candidate candidate(String interviewId) {
    return candidatesById.get(interviewId);
  }

  /** Keeps a template; one with the same id is replaced. */
  public void template(String id, JsonNode blueprint, @Nullable ObjectNode ats) {
    templates.put(id, new Template(blueprint.deepCopy(), ats));
  }

  /** Returns whether there is a template with this id. */
  public boolean hasTemplate(String id) {
    return templates.containsKey(id);
  }

  /**
   * Creates a posting, from the request's workflow or from the blueprint of its template, which
   * must exist.
   *
   * @param request a valid {@code CreatePostingRequest}
   * @param deadline the deadline asked for; null for one month from now
   */
  public Posting create(JsonNode request, @Nullable Instant deadline) {
    Template template = templates.get(request.path("interview_template_id").asText());
    ObjectNode values = fields.unset();
    if (template != null) {
      fields.apply(template.blueprint(), values);
    }
    fields.apply(request, values);
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : (template == null ? request : template.blueprint()).path("workflow")) {
      steps.add(Step.asked(ids.next("agent_"), steps.size() + 1, step));
    }
    return add(values, steps, deadline, template == null ? null : template.ats());
  }

  /** Creates a posting with the fields and the workflow of another posting. */
  public Posting copy(Posting source) {
    return add(
        source.fields().deepCopy(), source.copyOfSteps(ids), null, Ats.unattached(source.ats()));
  }

  private Posting add(
      ObjectNode values, List<Step> steps, @Nullable Instant deadline, @Nullable ObjectNode ats) {
    Instant now = now();
    Posting posting =
        new Posting(ids.next("post_"), ids.next("key_"), postings.size(), now, values, steps, ats);
    posting.deadline(
        deadline == null ? now.atZone(ZoneOffset.UTC).plusMonths(1).toInstant() : deadline);
    if (activeOnCreate && ats == null && !steps.isEmpty()) {
      posting.activate(now);
    }
    postings.add(posting);
    postingsById.put(posting.id(), posting);
    return posting;
  }

  /**
   * Applies the fields that {@code request} has.
   *
   * @param deadline the deadline that a {@code deadline} in the request asks for, null for none
   */
  public void update(Posting posting, JsonNode request, @Nullable Instant deadline) {
    fields.apply(request, posting.fields());
    if (request.has("deadline")) {
      posting.deadline(deadline);
    }
    posting.touched(now());
  }

  /**
   * Returns a page of the postings, newest first.
   *
   * @param cursor the posting that the page follows; null for the first page
   * @param title part of the titles wanted, whatever its case; null for all
   */
  public Page<Posting> postings(@Nullable Posting cursor, int limit, @Nullable String title) {
    int before = cursor == null ? postings.size() : cursor.ordinal();
    if (title == null || title.isEmpty()) {
      return Page.of(postings, 0, postings.size(), before, limit);
    }
    String part = title.toLowerCase(Locale.ROOT);
    return Page.of(postings, before, limit, posting -> posting.titleContains(part));
  }

  /** Returns the postings, oldest first. */
  public List<Posting> postings() {
    return List.copyOf(postings);
  }

  /** Removes a posting with its candidates; does nothing when there is none with this id. */
  public void remove(String postingId) {
    Posting posting = postingsById.remove(postingId);
    if (posting != null) {
      posting.candidates().all().forEach(one -> candidatesById.remove(one.interviewId()));
      postings.remove(posting);
      for (int i = posting.ordinal(); i < postings.size(); i++) {
        postings.get(i).ordinal(i);
      }
    }
  }

  /** Removes a candidate from its posting; does nothing when there is none with this id. */
  public void removeCandidate(String interviewId) {
    Candidate candidate = candidatesById.remove(interviewId);
    if (candidate != null) {
      candidate.posting().candidates().remove(candidate);
    }
  }

  /**
   * Ingests a candidate; one with the e-mail address of an earlier one of the posting is that
   * earlier one, unless the store was made not to deduplicate.
   */
  public Candidate ingest(Posting posting, JsonNode request) {
    String email = request.path("email").asText();
    Candidate earlier = posting.candidates().withEmail(email);
    if (earlier != null && deduplicates) {
      return earlier;
    }
    String candidateId =
        candidateIdsByEmail.computeIfAbsent(
            email.toLowerCase(Locale.ROOT), address -> ids.next("cand_"));
    Candidate candidate =
        posting.candidates().add(ids.next("int_"), candidateId, posting, request.deepCopy(), now());
    candidatesById.put(candidate.interviewId(), candidate);
    return candidate;
  }

  /** Keeps candidates for later; returns the id of the job. */
  public String enqueue(Posting posting, List<JsonNode> requests) {
    queue.add(posting, requests, now());
    settle();
    return ids.next("ing_");
  }

  /** Takes in all queued candidates. */
  public void turn() {
    ingest(queue.take(Instant.MAX));
  }

  /** Takes in the queued candidates that have waited for long enough. */
  public void settle() {
    if (queueDelay != null) {
      ingest(queue.take(now().minus(queueDelay)));
    }
  }

  private void ingest(List<IngestQueue.Job> jobs) {
    for (IngestQueue.Job job : jobs) {
      if (job.posting().status(now()).equals("active")) {
        job.requests().forEach(request -> ingest(job.posting(), request));
      }
    }
  }
}
