// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.model.BulkCandidateIngestRequest;
import ai.heymilo.generated.model.CandidateIngestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The inputs of one request, in their order. */
final class Batch {
  /** An input and its place among all; without a candidate if it has none, or gave it up. */
  static final class Input {
    final long index;
    final @Nullable Candidate candidate;
    final @Nullable String key;

    private Input(long index, @Nullable Candidate candidate, @Nullable String key) {
      this.index = index;
      this.candidate = candidate;
      this.key = key;
    }

    static Input of(long index, Candidate candidate, @Nullable String correlationKey) {
      return new Input(
          index, candidate, correlationKey == null ? null : candidate.metadata(correlationKey));
    }

    static Input none(long index) {
      return new Input(index, null, null);
    }

    Input withoutCandidate() {
      return new Input(index, null, key);
    }

    /** Returns the candidate of an input that can be sent. */
    Candidate candidate() {
      return Objects.requireNonNull(candidate);
    }
  }

  private final List<Input> inputs;

  Batch(List<Input> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  List<Input> inputs() {
    return inputs;
  }

  int size() {
    return inputs.size();
  }

  List<Batch> halves() {
    return cut(inputs, (inputs.size() + 1) / 2);
  }

  /** Returns the inputs but for those at some positions, as one batch or none. */
  List<Batch> without(Set<Integer> positions) {
    List<Input> others = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (!positions.contains(i)) {
        others.add(inputs.get(i));
      }
    }
    return cut(others, inputs.size());
  }

  /** Cuts inputs into batches of a size. */
  static List<Batch> cut(List<Input> inputs, int size) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < inputs.size(); from += size) {
      batches.add(new Batch(inputs.subList(from, Math.min(inputs.size(), from + size))));
    }
    return batches;
  }

  BulkCandidateIngestRequest request() {
    List<CandidateIngestRequest> data = new ArrayList<>(inputs.size());
    for (Input input : inputs) {
      data.add(input.candidate().request());
    }
    return new BulkCandidateIngestRequest().data(data);
  }
}
