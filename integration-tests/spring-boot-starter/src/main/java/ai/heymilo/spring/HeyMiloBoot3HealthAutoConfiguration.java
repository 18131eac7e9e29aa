// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Reports the health of each client to the actuator of Spring Boot 3. */
@AutoConfiguration(after = HeyMiloAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(HeyMilo.class)
public class HeyMiloBoot3HealthAutoConfiguration {
  /** Creates the configuration. */
  public HeyMiloBoot3HealthAutoConfiguration() {}

  @Bean
  @ConditionalOnEnabledHealthIndicator("heymilo")
  @ConditionalOnMissingBean(name = {"heyMiloHealthContributor", "heyMiloHealthIndicator"})
  HealthContributor heyMiloHealthContributor(Map<String, HeyMilo> clients) {
    return clients.size() == 1
        ? indicator(clients.values().iterator().next())
        : CompositeHealthContributor.fromMap(
            clients, HeyMiloBoot3HealthAutoConfiguration::indicator);
  }

  private static HealthIndicator indicator(HeyMilo client) {
    return () -> {
      ClientHealth health = ClientHealth.of(client);
      return Health.status(health.status()).withDetails(health.details()).build();
    };
  }
}
