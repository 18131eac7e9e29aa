// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.observability.MicrometerListener;
import ai.heymilo.observability.ObservationListener;
import ai.heymilo.observability.OpenTelemetryListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Registers the listeners of {@code heymilo-observability} for what the application has: a {@code
 * MeterRegistry}, an {@code ObservationRegistry}, an {@code OpenTelemetry}. Comes after whatever
 * makes these.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnBean(ClientFactory.class)
public class HeyMiloObservabilityAutoConfiguration {
  /** Creates the configuration. */
  public HeyMiloObservabilityAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({ObservationRegistry.class, ObservationListener.class})
  @ConditionalOnSingleCandidate(ObservationRegistry.class)
  static class Observations {
    @Bean
    @ConditionalOnMissingBean
    ObservationListener heyMiloObservationListener(ObservationRegistry registry) {
      return new ObservationListener(registry);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({MeterRegistry.class, MicrometerListener.class})
  @ConditionalOnSingleCandidate(MeterRegistry.class)
  static class Meters {
    @Bean
    @ConditionalOnMissingBean
    MicrometerListener heyMiloMicrometerListener(
        MeterRegistry registry, ObjectProvider<ObservationListener> observations) {
      return observations.stream().findAny().isPresent()
          ? MicrometerListener.besideObservations(registry)
          : new MicrometerListener(registry);
    }
  }

  /** Only without Micrometer Tracing, which makes spans of observations. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({OpenTelemetry.class, OpenTelemetryListener.class})
  @ConditionalOnSingleCandidate(OpenTelemetry.class)
  @ConditionalOnMissingBean(type = "io.micrometer.tracing.Tracer")
  static class Traces {
    @Bean
    @ConditionalOnMissingBean
    OpenTelemetryListener heyMiloOpenTelemetryListener(OpenTelemetry telemetry) {
      return new OpenTelemetryListener(telemetry);
    }
  }
}
