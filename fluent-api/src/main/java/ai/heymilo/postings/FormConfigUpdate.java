// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.postings;

import ai.heymilo.generated.model.FormConfig;

/**
 * A change of the configuration of a form step: what is neither set nor cleared stays as it is,
 * nested objects are replaced as a whole. Not thread-safe.
 */
public final class FormConfigUpdate extends FormConfig.Patch<FormConfigUpdate> {
  FormConfigUpdate() {
    super(new FormConfig());
  }

  @Override
  protected FormConfigUpdate self() {
    return this;
  }

  FormConfig build() {
    return target();
  }
}
