// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.spring.app.Application;
import ai.heymilo.spring.test.AutoConfigureHeyMiloSandbox;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** An application with clients of its own, two of which do not work. */
@SpringBootTest(
    classes = {Application.class, OwnClientsTest.Clients.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureHeyMiloSandbox
class OwnClientsTest {
  @Value("${local.server.port}")
  int port;

  @Test
  void theHealthOfEachIsReported() throws Exception {
    JsonNode all = new Actuator(port).get("health").path("components");

    assertThat(all.at("/heyMilo/components").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("fine", "closed", "broken", "unlinked");
    assertThat(all.at("/heyMilo/components/fine/status").asText()).isEqualTo("UP");
    assertThat(all.at("/heyMilo/components/closed/status").asText()).isEqualTo("DOWN");
    assertThat(all.at("/heyMilo/components/broken/status").asText()).isEqualTo("DOWN");
    assertThat(all.at("/heyMilo/components/broken/details").has("requestsLeft")).isFalse();
    assertThat(all.at("/heyMilo/components/unlinked/status").asText()).isEqualTo("DOWN");
    assertThat(all.at("/ping/status").asText()).isEqualTo("UP");
    assertThat(all.at("/diskSpace/status").asText()).isEqualTo("UP");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Clients {
    @Bean
    HeyMilo fine(HeyMiloSandbox sandbox) {
      return sandbox.clientBuilder().build();
    }

    @Bean
    HeyMilo closed(HeyMiloSandbox sandbox) {
      HeyMilo client = sandbox.clientBuilder().build();
      client.close();
      return client;
    }

    @Bean
    HeyMilo broken(HeyMiloSandbox sandbox) {
      return sandbox
          .clientBuilder()
          .rateLimiter(new BrokenLimiter(OwnClientsTest::breakDown))
          .build();
    }

    @Bean
    HeyMilo unlinked(HeyMiloSandbox sandbox) {
      return sandbox
          .clientBuilder()
          .rateLimiter(new BrokenLimiter(OwnClientsTest::missDriver))
          .build();
    }
  }

  /** Fails whatever it is asked. */
  private record BrokenLimiter(Runnable thrower) implements RateLimiter {
    @Override
    public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
      thrower.run();
      return CompletableFuture.failedFuture(new AssertionError("nothing was thrown"));
    }

    @Override
    public QuotaStatus quota() {
      thrower.run();
      throw new AssertionError("nothing was thrown");
    }
  }

  private static void breakDown() {
    throw new IllegalStateException("not today");
  }

  private static void missDriver() {
    throw new NoClassDefFoundError("driver");
  }
}
