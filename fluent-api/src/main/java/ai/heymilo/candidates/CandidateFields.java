// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.model.CandidateIngestRequest;

/** What is optional of a candidate. What is not set is not sent. Not thread-safe. */
public final class CandidateFields extends CandidateIngestRequest.Setters<CandidateFields> {
  CandidateFields(CandidateIngestRequest target) {
    super(target);
  }

  @Override
  protected CandidateFields self() {
    return this;
  }
}
