// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.Json;
import ai.heymilo.generated.api.CandidatesApi.ListCandidatesParams;
import ai.heymilo.generated.model.CandidateResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Compares candidates with a saved state and builds the next one. It follows candidates that have
 * no final status and are younger than the age limit. Not thread-safe.
 */
final class ChangeTracker {
  private static final int FORMAT = 1;

  /** Followed candidates ingested further apart than this are listed by separate queries. */
  private static final Duration GAP = Duration.ofDays(1);

  /** The longest time between ingesting a candidate, inviting them and listing them. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  private static final ObjectWriter SORTED =
      Json.mapper().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** A candidate; created at the epoch if the server sends no time. */
  private static final class Entry {
    final String hash;
    final Instant created;
    final boolean followed;

    Entry(String hash, Instant created, boolean followed) {
      this.hash = hash;
      this.created = created;
      this.followed = followed;
    }
  }

  private final String postingId;
  private final ChangeOptions options;
  private final Instant oldest;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Instant known;
  private Instant newest;

  /**
   * Creates one from a state.
   *
   * @throws IllegalArgumentException if it is not a state of this posting
   */
  ChangeTracker(CandidateRequests requests, String state, ChangeOptions options) {
    this.postingId = requests.postingId();
    this.options = options;
    this.oldest = requests.options().time().now().minus(options.maxAge);
    JsonNode json = read(state);
    this.newest = Instant.parse(json.path("newest").asText(Instant.EPOCH.toString()));
    this.known = newest.equals(Instant.EPOCH) ? Instant.EPOCH : newest.minus(OVERLAP);
    json.path("candidates")
        .properties()
        .forEach(
            one -> {
              JsonNode values = one.getValue();
              Instant created = Instant.ofEpochSecond(values.path(1).asLong());
              boolean followed = values.path(2).asBoolean() && isRecent(created, oldest);
              entries.put(one.getKey(), new Entry(values.path(0).asText(), created, followed));
            });
  }

  private JsonNode read(String state) {
    JsonNode json;
    try {
      json = Json.mapper().readTree(state); // nothing if it is blank
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the state is not JSON", e);
    }
    if (json.path("format").asInt(FORMAT) > FORMAT) {
      throw new IllegalArgumentException(
          "the state has format " + json.path("format") + ", this version reads up to " + FORMAT);
    }
    String posting = json.path("posting_id").asText(postingId);
    if (!posting.equals(postingId)) {
      throw new IllegalArgumentException(
          "the state is of posting " + posting + ", not of " + postingId);
    }
    return json;
  }

  /**
   * Returns the queries to send: one for each period with followed candidates, one for new ones.
   */
  List<Consumer<ListCandidatesParams>> queries() {
    List<Instant> times =
        entries.values().stream()
            .filter(entry -> entry.followed && entry.created.isBefore(known))
            .map(entry -> entry.created)
            .sorted()
            .collect(Collectors.toCollection(ArrayList::new));
    times.add(known);
    Instant from = times.get(0);
    if (from.equals(Instant.EPOCH)) {
      return List.of(query -> query.limit(100)); // the first time, or anywhere in the list
    }
    List<Consumer<ListCandidatesParams>> queries = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      Instant last = times.get(i - 1);
      if (times.get(i).isAfter(last.plus(GAP))) {
        Consumer<ListCandidatesParams> since = since(from);
        queries.add(since.andThen(query -> query.createdBefore(last.plus(OVERLAP))));
        from = times.get(i);
      }
    }
    queries.add(since(from));
    return queries;
  }

  private static Consumer<ListCandidatesParams> since(Instant time) {
    return query -> query.limit(100).createdAfter(time.minus(OVERLAP));
  }

  /** Records a candidate and returns whether it is new or has changed. */
  boolean isChanged(CandidateResponse candidate) {
    Instant created = createdAt(candidate);
    Entry now = new Entry(hash(candidate), created, isFollowed(candidate, created));
    Entry before = entries.put(candidate.getInterviewId(), now);
    if (created.isAfter(newest)) {
      newest = created;
    }
    return before == null
        ? now.followed || isRecent(created, known) // else final, and read because others are not
        : !before.hash.equals(now.hash);
  }

  private boolean isFollowed(CandidateResponse candidate, Instant created) {
    return isRecent(created, oldest)
        && options.finalStatuses.stream().noneMatch(end -> end.equals(candidate.getStatus()));
  }

  /** A candidate without a time may be as recent as any. */
  private static boolean isRecent(Instant created, Instant since) {
    return created.equals(Instant.EPOCH) || !created.isBefore(since);
  }

  private static Instant createdAt(CandidateResponse candidate) {
    Instant created = candidate.getCreatedAt();
    return created == null ? Instant.EPOCH : created.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Returns a hash of all but the interview's URL, which a server may sign anew for each answer.
   */
  private static String hash(CandidateResponse candidate) {
    ObjectNode fields = Json.mapper().valueToTree(candidate);
    fields.remove("interview_url");
    try {
      Object sortable = Json.mapper().treeToValue(fields, Object.class);
      return Long.toHexString(
          Candidate.sha256(SORTED.writeValueAsBytes(sortable)).getMostSignificantBits());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // it was JSON before
    }
  }

  /** Returns the next state. */
  String state() {
    Map<String, Object> candidates = new LinkedHashMap<>();
    Instant recent = newest.minus(OVERLAP);
    entries.forEach(
        (id, entry) -> {
          if (entry.followed || isRecent(entry.created, recent)) {
            candidates.put(id, List.of(entry.hash, entry.created.getEpochSecond(), entry.followed));
          }
        });
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("format", FORMAT);
    state.put("posting_id", postingId);
    state.put("newest", newest.toString());
    state.put("candidates", candidates);
    try {
      return new String(Json.write(state), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e); // made of JSON values
    }
  }
}
