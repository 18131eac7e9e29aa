// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records of one ingestion's journal, and the state in which earlier runs left its candidates.
 * Before a batch is sent, {@code sent} names its candidates; after its answer, {@code accepted} has
 * the ids of those that were accepted and {@code open} those that were not applied. All others of a
 * batch are in doubt. Not thread-safe.
 */
final class JournalRecords {
  /** What each journal begins with. */
  static final String START = "{\"journal\":\"heymilo-ingest\"";

  private static final int FORMAT = 1;

  /** How an earlier run left a candidate: accepted with an id, else in doubt since a time. */
  static final class State {
    final @Nullable String id;
    final Instant sent;

    State(@Nullable String id, Instant sent) {
      this.id = id;
      this.sent = sent;
    }
  }

  private final IngestJournal journal;
  private final Map<String, @Nullable Object> header = new LinkedHashMap<>();
  private final Map<UUID, State> states = new HashMap<>();
  private String salt = "";
  private int records;

  /**
   * Opens a journal.
   *
   * @throws JournalException if it cannot be read, or belongs to another ingestion
   */
  JournalRecords(
      IngestJournal journal, String postingId, boolean queued, @Nullable String correlationKey) {
    this.journal = journal;
    header.put("journal", "heymilo-ingest");
    header.put("format", FORMAT);
    header.put("posting_id", postingId);
    header.put("queued", queued);
    header.put("correlation_key", correlationKey);
    try {
      journal.open(this::read);
    } catch (Exception e) {
      throw new JournalException("the journal could not be opened: " + e.getMessage(), e);
    }
    if (records == 0) {
      salt = new UUID(new SecureRandom().nextLong(), new SecureRandom().nextLong()).toString();
      header.put("salt", salt);
      append(header);
    }
  }

  /** Returns the state in which earlier runs left a candidate; null if they did not send it. */
  @Nullable State state(Candidate candidate) {
    return states.get(who(candidate));
  }

  /** Records that candidates are about to be sent. */
  void sent(List<Batch.Input> inputs, Instant now) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    String key = (String) header.get("correlation_key");
    for (Batch.Input input : inputs) {
      keys.put(
          who(input.candidate()).toString(), key == null ? null : input.candidate().metadata(key));
    }
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("sent", keys);
    record.put("at", now.toString());
    append(record);
  }

  /** Records the answer to a batch: accepted candidates, and those that may be sent again. */
  void answered(List<IngestOutcome> outcomes, List<Batch.Input> again) {
    Map<String, String> accepted = new LinkedHashMap<>();
    for (IngestOutcome outcome : outcomes) {
      Candidate input = outcome.input();
      String id = outcome.id();
      if (id != null && input != null) {
        accepted.put(who(input).toString(), id);
      }
    }
    List<String> open = new ArrayList<>();
    again.forEach(input -> open.add(who(input.candidate()).toString()));
    if (!accepted.isEmpty() || !open.isEmpty()) {
      append(Map.of("accepted", accepted, "open", open));
    }
  }

  synchronized void close() {
    try {
      journal.close();
    } catch (Exception e) {
      throw new JournalException("the journal could not be closed: " + e.getMessage(), e);
    }
  }

  private UUID who(Candidate candidate) {
    return candidate.fingerprint(salt);
  }

  private synchronized void append(Map<String, ? extends @Nullable Object> record) {
    try {
      journal.append(new String(Json.write(record), StandardCharsets.UTF_8));
    } catch (Exception e) {
      throw new JournalException("the journal could not be written: " + e.getMessage(), e);
    }
  }

  private void read(String line) {
    records++;
    JsonNode record;
    try {
      record = Json.mapper().readTree(line);
    } catch (IOException e) {
      throw new IllegalArgumentException("record " + records + " is not JSON", e);
    }
    if (records == 1) {
      readHeader(record);
      return;
    }
    Instant at = Instant.parse(record.path("at").asText(Instant.EPOCH.toString()));
    record
        .path("sent")
        .fieldNames()
        .forEachRemaining(who -> states.put(UUID.fromString(who), new State(null, at)));
    record
        .path("accepted")
        .properties()
        .forEach(
            one ->
                states.put(UUID.fromString(one.getKey()), new State(one.getValue().asText(), at)));
    record.path("open").forEach(who -> states.remove(UUID.fromString(who.asText())));
  }

  private void readHeader(JsonNode found) {
    if (found.path("format").asInt() > FORMAT) {
      throw new IllegalArgumentException(
          "it has format " + found.path("format") + ", this version reads up to " + FORMAT);
    }
    JsonNode expected = Json.mapper().valueToTree(header);
    expected
        .properties()
        .forEach(
            one -> {
              JsonNode value = found.path(one.getKey());
              if (!value.equals(one.getValue())) {
                throw new IllegalArgumentException(
                    "it has " + one.getKey() + " " + value + ", expected " + one.getValue());
              }
            });
    salt = found.path("salt").asText();
  }
}
