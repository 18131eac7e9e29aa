// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.transport.CallListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Makes the client if there is a key. */
@AutoConfiguration
@ConditionalOnProperty("heymilo.api-key")
@EnableConfigurationProperties(HeyMiloProperties.class)
public class HeyMiloAutoConfiguration {
  /** Creates it; Spring does. */
  public HeyMiloAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  HeyMilo heyMilo(
      HeyMiloProperties properties,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<HeyMiloCustomizer> customizers) {
    HeyMiloBuilder builder = HeyMilo.builder().apiKey(properties.apiKey());
    if (properties.baseUrl() != null) {
      builder.baseUrl(properties.baseUrl());
    }
    if (properties.workspaceId() != null) {
      builder.workspaceId(properties.workspaceId());
    }
    listeners.orderedStream().forEach(builder::listener);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }
}
