// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

/**
 * A pass-or-fail criterion of a résumé screening (modality {@code resume_eligibility}): for that
 * modality the document lists the weight only. Not thread-safe.
 */
public final class EligibilityCriterion extends WeightedQuestion<EligibilityCriterion> {
  EligibilityCriterion(String text) {
    super("resume_eligibility", text);
  }
}
