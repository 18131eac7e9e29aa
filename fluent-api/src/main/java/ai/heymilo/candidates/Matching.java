// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.candidates.IngestOutcome.MatchedBy;
import ai.heymilo.generated.model.BulkIngestCandidateResponseItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches the items of a reply to the inputs of its batch: by a metadata key where it names one
 * input and one item, else by position, and that only where there are as many items as inputs and
 * nothing shows that the server answered in another order.
 */
final class Matching {
  private final Batch batch;
  private final List<BulkIngestCandidateResponseItem> items;
  private final @Nullable String key;
  private final Map<String, Integer> itemByKey = new HashMap<>();

  Matching(Batch batch, List<BulkIngestCandidateResponseItem> items, @Nullable String key) {
    this.batch = batch;
    this.items = items;
    this.key = key;
    if (key != null) {
      Set<String> ambiguous = new HashSet<>();
      for (int i = 0; i < items.size(); i++) {
        String value = metadata(items.get(i)).get(key);
        if (value != null && itemByKey.put(value, i) != null) {
          ambiguous.add(value);
        }
      }
      Set<String> given = new HashSet<>();
      for (Batch.Input input : batch.inputs()) {
        String value = input.candidate.metadata(key);
        if (value != null && !given.add(value)) {
          ambiguous.add(value);
        }
      }
      itemByKey.keySet().removeAll(ambiguous);
      itemByKey.keySet().retainAll(given);
    }
  }

  List<IngestOutcome> outcomes() {
    boolean byPosition = items.size() == batch.size() && !isReordered();
    List<IngestOutcome> outcomes = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Batch.Input input = batch.inputs().get(i);
      String value = key(input);
      Integer byKey = value == null ? null : itemByKey.get(value);
      if (byKey != null) {
        outcomes.add(accepted(input, items.get(byKey), MatchedBy.METADATA_KEY));
      } else if (byPosition && agrees(value, items.get(i))) {
        outcomes.add(accepted(input, items.get(i), MatchedBy.POSITION));
      } else {
        outcomes.add(unknown(input, "acknowledged " + items.size() + " of " + batch.size()));
      }
    }
    return outcomes;
  }

  /** Items that name inputs at other positions show that positions mean nothing here. */
  private boolean isReordered() {
    Set<Map<String, String>> given = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Batch.Input input : batch.inputs()) {
      given.add(input.candidate.metadata());
      keys.addAll(input.candidate.metadata().keySet());
    }
    for (int i = 0; i < batch.size(); i++) {
      Batch.Input input = batch.inputs().get(i);
      Map<String, String> theirs = metadata(items.get(i));
      String named = key == null ? null : theirs.get(key);
      if (named != null && itemByKey.containsKey(named) && !named.equals(key(input))) {
        return true;
      }
      Map<String, String> echoed = new HashMap<>(theirs); // without what the server adds
      echoed.keySet().retainAll(keys);
      if (!echoed.isEmpty()
          && !echoed.equals(input.candidate.metadata())
          && given.contains(echoed)) {
        return true;
      }
    }
    return false;
  }

  /** An item that names something else than the input at its position does not belong to it. */
  private boolean agrees(@Nullable String value, BulkIngestCandidateResponseItem item) {
    String theirs = key == null ? null : metadata(item).get(key);
    return theirs == null || theirs.equals(value);
  }

  private @Nullable String key(Batch.Input input) {
    return key == null ? null : input.candidate.metadata(key);
  }

  private static IngestOutcome accepted(
      Batch.Input input, @Nullable BulkIngestCandidateResponseItem item, MatchedBy matchedBy) {
    if (item == null || item.getInterviewId() == null) {
      return unknown(input, "gave no interview_id");
    }
    return IngestOutcome.accepted(
        input.index, item.getInterviewId(), item.getInterviewUrl(), matchedBy);
  }

  private static IngestOutcome unknown(Batch.Input input, String what) {
    return IngestOutcome.unknown(
        input.index, input.candidate, "the server " + what + ", and not clearly this one");
  }

  /** A server may answer null where the document knows no null. */
  private static Map<String, String> metadata(@Nullable BulkIngestCandidateResponseItem item) {
    return item == null ? Map.of() : item.getMetadata();
  }
}
