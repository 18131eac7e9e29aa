package ai.heymilo.sandbox.internal.state;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the sandbox remembers. Not safe by itself: whoever uses it or anything it returns
 * holds the store's monitor.
 */
public final class Store {
  private final Clock clock;
  private final PostingFields fields;
  private Ids ids = new Ids();
  private final List<Posting> postings = new ArrayList<>();
  private final Map<String, Posting> postingsById = new HashMap<>();

  /** Returns an empty store that takes the time from {@code clock}. */
  public Store(ApiDocument document, Clock clock) {
    this.clock = clock;
    this.fields = new PostingFields(document);
  }

  /** Forgets everything, and starts numbering anew. */
  public void clear() {
    ids = new Ids();
    postings.clear();
    postingsById.clear();
  }

  /** Returns the sandbox's time, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns the posting, null when there is none. */
  public @Nullable Posting posting(String id) {
    return postingsById.get(id);
  }

  /**
   * Creates a draft from a request that has a workflow.
   *
   * @param request a valid {@code CreatePostingRequest}
   * @param deadline the deadline asked for; null for one month from now
   */
  public Posting create(JsonNode request, @Nullable Instant deadline) {
    ObjectNode values = fields.unset();
    fields.apply(request, values);
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : request.path("workflow")) {
      steps.add(Step.asked(ids.next("agent_"), steps.size() + 1, step));
    }
    return add(values, steps, deadline);
  }

  private Posting add(ObjectNode values, List<Step> steps, @Nullable Instant deadline) {
    Instant now = now();
    Posting posting =
        new Posting(ids.next("post_"), ids.next("key_"), postings.size(), now, values, steps);
    posting.deadline(
        deadline == null ? now.atZone(ZoneOffset.UTC).plusMonths(1).toInstant() : deadline);
    postings.add(posting);
    postingsById.put(posting.id(), posting);
    return posting;
  }
}
