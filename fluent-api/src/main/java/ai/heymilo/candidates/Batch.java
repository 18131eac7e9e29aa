// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.model.BulkCandidateIngestRequest;
import ai.heymilo.generated.model.CandidateIngestRequest;
import java.util.ArrayList;
import java.util.List;

/** The inputs of one request, in their order. */
final class Batch {
  /** A candidate and its place among all inputs. */
  static final class Input {
    final long index;
    final Candidate candidate;

    Input(long index, Candidate candidate) {
      this.index = index;
      this.candidate = candidate;
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
    int middle = inputs.size() / 2;
    return List.of(
        new Batch(inputs.subList(0, middle)), new Batch(inputs.subList(middle, inputs.size())));
  }

  BulkCandidateIngestRequest request() {
    List<CandidateIngestRequest> data = new ArrayList<>(inputs.size());
    for (Input input : inputs) {
      data.add(input.candidate.request());
    }
    return new BulkCandidateIngestRequest().data(data);
  }
}
