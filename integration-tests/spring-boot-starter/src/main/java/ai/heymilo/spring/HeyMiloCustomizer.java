// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMiloBuilder;

/** Sets what has no property: beans of this type are applied to each client before it is built. */
@FunctionalInterface
public interface HeyMiloCustomizer {
  /**
   * Sets what differs; what has properties is set already.
   *
   * @param builder the builder of a client
   */
  void customize(HeyMiloBuilder builder);

  /**
   * Sets what differs for the client of a name; {@link #customize(HeyMiloBuilder)} by default.
   *
   * @param client the name of the client's bean, {@code heyMilo} or one under {@code
   *     heymilo.clients}
   * @param builder the builder of that client
   */
  default void customize(String client, HeyMiloBuilder builder) {
    customize(builder);
  }
}
