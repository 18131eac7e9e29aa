// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.generated.model.AsyncIngestResponse;
import ai.heymilo.generated.model.BulkIngestCandidateResponseItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches the items of an answer to the inputs of its batch: by the correlation key where it names
 * one input and one item, else by position, if there are as many items as inputs and nothing shows
 * another order. Once an item has the key, no input that has one is matched by position. An {@code
 * interview_id} that is blank, or that several items have, is no acknowledgement.
 */
final class Matching {
  private final List<Batch.Input> inputs;
  private final List<BulkIngestCandidateResponseItem> items;
  private final @Nullable String key;
  private final Map<String, Integer> itemByKey = new HashMap<>();
  private final Map<String, Integer> timesGiven = new HashMap<>();
  private final boolean echoesKeys;

  Matching(Batch batch, List<BulkIngestCandidateResponseItem> items, @Nullable String key) {
    this.inputs = batch.inputs();
    this.items = items;
    this.key = key;
    Set<String> ambiguous = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String value = key(items.get(i));
      if (value != null && itemByKey.put(value, i) != null) {
        ambiguous.add(value);
      }
      timesGiven.merge(id(items.get(i)), 1, Integer::sum);
    }
    echoesKeys = !itemByKey.isEmpty();
    Set<String> given = new HashSet<>();
    for (Batch.Input input : inputs) {
      if (input.key != null && !given.add(input.key)) {
        ambiguous.add(input.key);
      }
    }
    itemByKey.keySet().removeAll(ambiguous);
    itemByKey.keySet().retainAll(given);
  }

  List<IngestOutcome> outcomes() {
    boolean byPosition = items.size() == inputs.size() && !isReordered();
    List<IngestOutcome> outcomes = new ArrayList<>(inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      Batch.Input input = inputs.get(i);
      Integer byKey = itemByKey.get(input.key);
      if (byKey != null) {
        outcomes.add(accepted(input, items.get(byKey), MatchedBy.METADATA_KEY));
      } else if (byPosition && (!echoesKeys || (input.key == null && key(items.get(i)) == null))) {
        outcomes.add(accepted(input, items.get(i), MatchedBy.POSITION));
      } else {
        outcomes.add(
            unknown(
                input,
                "acknowledged "
                    + items.size()
                    + " of "
                    + inputs.size()
                    + ", and not clearly this one"));
      }
    }
    return outcomes;
  }

  /** Returns the outcomes of a batch that the queue acknowledged as a whole. */
  static List<IngestOutcome> receipt(Batch batch, @Nullable AsyncIngestResponse receipt) {
    String id = receipt == null ? null : receipt.getIngestionId();
    List<IngestOutcome> outcomes = new ArrayList<>();
    for (Batch.Input one : batch.inputs()) {
      outcomes.add(
          id == null || id.isBlank()
              ? unknown(one, "sent no ingestion_id")
              : IngestOutcome.accepted(one, id, null, MatchedBy.QUEUE_RECEIPT));
    }
    return outcomes;
  }

  /** Items that name inputs at other positions show that positions mean nothing here. */
  private boolean isReordered() {
    Set<Map<String, String>> given = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Batch.Input input : inputs) {
      given.add(input.candidate().metadata());
      keys.addAll(input.candidate().metadata().keySet());
    }
    for (int i = 0; i < inputs.size(); i++) {
      Batch.Input input = inputs.get(i);
      String named = key(items.get(i));
      if (itemByKey.containsKey(named) && !Objects.equals(named, input.key)) {
        return true;
      }
      Map<String, String> echoed =
          new HashMap<>(metadata(items.get(i))); // without what the server adds
      echoed.keySet().retainAll(keys);
      if (!echoed.isEmpty()
          && !echoed.equals(input.candidate().metadata())
          && given.contains(echoed)) {
        return true;
      }
    }
    return false;
  }

  private IngestOutcome accepted(
      Batch.Input input, @Nullable BulkIngestCandidateResponseItem item, MatchedBy matchedBy) {
    String id = id(item);
    if (item == null || id.isBlank()) {
      return unknown(input, "sent no interview_id");
    }
    if (timesGiven.getOrDefault(id, 0) > 1) {
      return unknown(input, "sent one interview_id for several candidates");
    }
    return IngestOutcome.accepted(input, id, item.getInterviewUrl(), matchedBy);
  }

  private static IngestOutcome unknown(Batch.Input input, String what) {
    return IngestOutcome.unknown(input, "the server " + what);
  }

  private @Nullable String key(@Nullable BulkIngestCandidateResponseItem item) {
    return key == null ? null : metadata(item).get(key);
  }

  /** A server may send null where the document allows none. */
  private static Map<String, String> metadata(@Nullable BulkIngestCandidateResponseItem item) {
    return item == null ? Map.of() : item.getMetadata();
  }

  private static String id(@Nullable BulkIngestCandidateResponseItem item) {
    String id = item == null ? null : item.getInterviewId();
    return id == null ? "" : id;
  }
}
