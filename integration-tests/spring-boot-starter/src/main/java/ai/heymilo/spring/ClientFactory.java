// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.transport.CallListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Builds clients from properties, listeners and customizers. */
class ClientFactory {
  static final String MAIN = "heyMilo";

  private final HeyMiloProperties properties;
  private final ObjectProvider<CallListener> listeners;
  private final ObjectProvider<HeyMiloCustomizer> customizers;

  ClientFactory(
      HeyMiloProperties properties,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<HeyMiloCustomizer> customizers) {
    this.properties = properties;
    this.listeners = listeners;
    this.customizers = customizers;
  }

  HeyMilo main() {
    return build(MAIN, properties, HeyMiloProperties.PREFIX);
  }

  HeyMilo named(String name) {
    return build(name, properties.client(name), HeyMiloProperties.PREFIX + ".clients." + name);
  }

  private HeyMilo build(String name, HeyMiloProperties own, String prefix) {
    requireKey(own.apiKey(), prefix);
    HeyMiloBuilder builder = HeyMilo.builder();
    own.applyTo(builder);
    listeners.orderedStream().forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(name, builder));
    return builder.build();
  }

  private static void requireKey(@Nullable String key, String prefix) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(
          prefix + ".api-key is " + (key == null ? "not set" : "empty"));
    }
  }
}
