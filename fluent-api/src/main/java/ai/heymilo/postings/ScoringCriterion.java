// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

/** A scored criterion of a résumé screening (modality {@code resume_scoring}). Not thread-safe. */
public final class ScoringCriterion extends ScoredQuestion<ScoringCriterion> {
  ScoringCriterion(String text) {
    super("resume_scoring", text);
  }
}
