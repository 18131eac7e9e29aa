// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Makes the clients that have a key: the bean {@code heyMilo}, and those of further names. */
@AutoConfiguration
@EnableConfigurationProperties(HeyMiloProperties.class)
@Import({ClientFactory.class, NamedClients.class, UnknownProperties.class})
public class HeyMiloAutoConfiguration {
  /** Creates the configuration. */
  public HeyMiloAutoConfiguration() {}

  @Bean
  @Primary
  @Conditional(KeyIsSet.class)
  @ConditionalOnMissingBean
  HeyMilo heyMilo(ClientFactory clients) {
    return clients.main();
  }

  /**
   * Asks whether there is a key, not for its value, so that ahead-of-time processing works where
   * {@code ${HEYMILO_API_KEY}} has none yet.
   */
  static final class KeyIsSet implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context.getEnvironment().containsProperty(HeyMiloProperties.PREFIX + ".api-key");
    }
  }
}
