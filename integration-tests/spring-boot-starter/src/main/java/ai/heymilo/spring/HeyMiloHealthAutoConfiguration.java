// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Says whether the API answers, where the actuator is. */
@AutoConfiguration(after = HeyMiloAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(HeyMilo.class)
public class HeyMiloHealthAutoConfiguration {
  /** Creates it; Spring does. */
  public HeyMiloHealthAutoConfiguration() {}

  @Bean
  @ConditionalOnEnabledHealthIndicator("heymilo")
  @ConditionalOnMissingBean(name = "heyMiloHealthIndicator")
  HealthIndicator heyMiloHealthIndicator(HeyMilo milo) {
    return new HeyMiloHealthIndicator(milo);
  }
}
