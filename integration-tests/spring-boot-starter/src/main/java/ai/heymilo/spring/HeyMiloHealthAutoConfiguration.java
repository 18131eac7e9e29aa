// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Reports the health of each client to the actuator of Spring Boot 4. */
@AutoConfiguration(after = HeyMiloAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(HeyMilo.class)
public class HeyMiloHealthAutoConfiguration {
  /** Creates the configuration. */
  public HeyMiloHealthAutoConfiguration() {}

  @Bean
  @ConditionalOnEnabledHealthIndicator("heymilo")
  @ConditionalOnMissingBean(name = {"heyMiloHealthContributor", "heyMiloHealthIndicator"})
  HealthContributor heyMiloHealthContributor(Map<String, HeyMilo> clients) {
    return clients.size() == 1
        ? indicator(clients.values().iterator().next())
        : CompositeHealthContributor.fromMap(clients, HeyMiloHealthAutoConfiguration::indicator);
  }

  private static HealthIndicator indicator(HeyMilo client) {
    return () -> {
      ClientHealth health = ClientHealth.of(client);
      return Health.status(health.status()).withDetails(health.details()).build();
    };
  }
}
