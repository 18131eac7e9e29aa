// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMiloBuilder;

/** Sets what has no property: a bean of this type is given the builder of the client. */
@FunctionalInterface
public interface HeyMiloCustomizer {
  /**
   * Sets what is to be different; key, base URL and workspace are set already.
   *
   * @param builder the builder of the client
   */
  void customize(HeyMiloBuilder builder);
}
