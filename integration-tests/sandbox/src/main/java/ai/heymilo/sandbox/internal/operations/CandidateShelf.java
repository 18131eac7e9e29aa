// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.resources.Shelf;
import ai.heymilo.sandbox.internal.state.Candidate;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The candidates of a posting, or of all, for operations beside the hand-written ones. */
final class CandidateShelf implements Shelf {
  private final Store store;
  private final @Nullable Posting posting;

  /**
   * Returns a shelf.
   *
   * @param posting the posting, null for the candidates of all
   */
  CandidateShelf(Store store, @Nullable Posting posting) {
    this.store = store;
    this.posting = posting;
  }

  @Override
  public List<ObjectNode> all() {
    List<ObjectNode> all = new ArrayList<>();
    for (Posting one : posting == null ? store.postings() : List.of(posting)) {
      one.candidates().all().forEach(candidate -> all.add(candidate.toJson()));
    }
    return all;
  }

  @Override
  public @Nullable ObjectNode get(String id) {
    Candidate candidate = store.candidate(id);
    boolean other = candidate != null && posting != null && !candidate.posting().equals(posting);
    return candidate == null || other ? null : candidate.toJson();
  }

  @Override
  public void put(String id, ObjectNode object) {
    Candidate candidate = store.candidate(id);
    if (candidate != null) {
      candidate.change(object);
    }
  }

  /** Ingests a candidate, also of a posting that accepts none, in the status wanted. */
  @Override
  public @Nullable ObjectNode seed(JsonNode values) {
    if (posting == null) {
      return null;
    }
    int n = posting.candidates().size() + 1;
    ObjectNode request = values.deepCopy();
    request.put("name", values.path("name").asText("Candidate " + n));
    request.put("email", values.path("email").asText("candidate" + n + "@example.org"));
    Candidate candidate = store.ingest(posting, request);
    move(candidate, values);
    return candidate.toJson();
  }

  private void move(Candidate candidate, JsonNode values) {
    switch (values.path("status").asText("pending")) {
      case "in_progress":
        candidate.start(store.now());
        break;
      case "knocked_out":
        candidate.knockOut(store.now());
        break;
      case "evaluating":
        candidate.completeSteps(store.now());
        break;
      case "completed":
        candidate.completeSteps(store.now());
        candidate.score(values.path("score").asDouble(75));
        break;
      case "shortlisted":
        candidate.shortlist();
        break;
      case "dismissed":
        candidate.dismiss();
        break;
      default:
        // stays pending
    }
  }

  @Override
  public void remove(String id) {
    store.removeCandidate(id);
  }
}
