// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.ConversationalSMSConfig;

/**
 * A change of the configuration of a text-message screening step: what is neither set nor cleared
 * stays as it is, nested objects are replaced as a whole. Not thread-safe.
 */
public final class ConversationalSmsConfigUpdate
    extends ConversationalSMSConfig.Patch<ConversationalSmsConfigUpdate> {
  ConversationalSmsConfigUpdate() {
    super(new ConversationalSMSConfig());
  }

  @Override
  protected ConversationalSmsConfigUpdate self() {
    return this;
  }

  ConversationalSMSConfig build() {
    return target();
  }
}
