package ai.heymilo.candidates;

import ai.heymilo.generated.model.BulkIngestCandidateResponseItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Matches the items of a reply to the inputs of its batch: by a metadata key where it names one
 * input and one item, else by position, and that only where there are as many items as inputs and
 * no item names another input.
 */
final class Matching {
  private final Batch batch;
  private final List<BulkIngestCandidateResponseItem> items;
  private final @Nullable String key;
  private final Map<String, Integer> itemByKey = new HashMap<>();
  private final Set<Integer> claimed = new HashSet<>();

  Matching(Batch batch, List<BulkIngestCandidateResponseItem> items, @Nullable String key) {
    this.batch = batch;
    this.items = items;
    this.key = key;
    if (key != null) {
      Set<String> ambiguous = new HashSet<>();
      for (int i = 0; i < items.size(); i++) {
        String value = items.get(i).getMetadata().get(key);
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
      for (String value : given) {
        Integer item = itemByKey.get(value);
        if (item != null) {
          claimed.add(item);
        }
      }
    }
  }

  void tell(Consumer<IngestOutcome> outcomes) {
    boolean samePositions = items.size() == batch.size();
    for (int i = 0; i < batch.size(); i++) {
      Batch.Input input = batch.inputs().get(i);
      String value = key == null ? null : input.candidate.metadata(key);
      Integer byKey = value == null ? null : itemByKey.get(value);
      if (byKey != null) {
        outcomes.accept(accepted(input, byKey, IngestOutcome.MatchedBy.METADATA_KEY));
      } else if (samePositions && !claimed.contains(i) && agrees(input, items.get(i))) {
        outcomes.accept(accepted(input, i, IngestOutcome.MatchedBy.POSITION));
      } else {
        outcomes.accept(
            IngestOutcome.unknown(
                input.index,
                input.candidate,
                "the server acknowledged "
                    + items.size()
                    + " of "
                    + batch.size()
                    + " and did not say which"));
      }
    }
  }

  /** An item at the same position that names another input does not belong to this one. */
  private boolean agrees(Batch.Input input, BulkIngestCandidateResponseItem item) {
    if (key == null) {
      return true;
    }
    String theirs = item.getMetadata().get(key);
    return theirs == null || theirs.equals(input.candidate.metadata(key));
  }

  private IngestOutcome accepted(Batch.Input input, int item, IngestOutcome.MatchedBy matchedBy) {
    BulkIngestCandidateResponseItem reply = items.get(item);
    return IngestOutcome.accepted(
        input.index, reply.getInterviewId(), reply.getInterviewUrl(), matchedBy);
  }
}
