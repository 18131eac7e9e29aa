// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.WebInterviewConfig;

/**
 * A change of the configuration of a web interview step: what is neither set nor cleared stays as
 * it is, nested objects are replaced as a whole. Not thread-safe.
 */
public final class WebInterviewConfigUpdate
    extends WebInterviewConfig.Patch<WebInterviewConfigUpdate> {
  WebInterviewConfigUpdate() {
    super(new WebInterviewConfig());
  }

  @Override
  protected WebInterviewConfigUpdate self() {
    return this;
  }

  WebInterviewConfig build() {
    return target();
  }
}
