// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.ResumeConfig;

/**
 * A change of the configuration of a résumé screening step: what is neither set nor cleared stays
 * as it is, nested objects are replaced as a whole. Not thread-safe.
 */
public final class ResumeConfigUpdate extends ResumeConfig.Patch<ResumeConfigUpdate> {
  ResumeConfigUpdate() {
    super(new ResumeConfig());
  }

  @Override
  protected ResumeConfigUpdate self() {
    return this;
  }

  ResumeConfig build() {
    return target();
  }
}
