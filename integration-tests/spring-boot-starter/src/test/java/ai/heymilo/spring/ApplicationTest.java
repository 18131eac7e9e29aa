// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.spring.app.Application;
import ai.heymilo.spring.test.AutoConfigureHeyMiloSandbox;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A started application with the actuator, on the sandbox of the annotation. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "heymilo.workspace-id=${WORKSPACE_THAT_IS_NOT_SET:}")
@AutoConfigureHeyMiloSandbox
class ApplicationTest {
  @Autowired HeyMilo milo;
  @Autowired HeyMiloSandbox sandbox;

  @Value("${local.server.port}")
  int port;

  @RepeatedTest(2)
  void theSandboxIsEmptyBeforeEachTest() {
    assertThat(milo.postings().list().stream()).isEmpty();

    milo.postings().create("Java Engineer", p -> p.form(s -> {}));

    assertThat(sandbox).received("createPosting").times(1);
  }

  @Test
  void healthIsReported() throws Exception {
    JsonNode health = new Actuator(port).get("health").at("/components/heyMilo");

    assertThat(health.path("status").asText()).isEqualTo("UP");
    assertThat(health.at("/details/specVersion").asText()).isEqualTo(HeyMilo.specVersion());
    assertThat(health.at("/details/requestsLeft").asInt()).isPositive();
  }

  @Test
  void failedHealthHasTheStatusOfTheServer() throws Exception {
    sandbox.faults().failNext(3, 500);

    JsonNode health = new Actuator(port).get("health");

    assertThat(health.at("/components/heyMilo/status").asText()).isEqualTo("DOWN");
    assertThat(health.at("/components/heyMilo/details/status").asInt()).isEqualTo(500);
    assertThat(health.at("/components/ping/status").asText()).isEqualTo("UP");
  }

  @Test
  void callsAreMeasured() throws Exception {
    milo.postings().create("Java Engineer", p -> p.form(s -> {}));

    Actuator actuator = new Actuator(port);
    for (String timer : new String[] {"heymilo.calls", "heymilo.attempts"}) {
      JsonNode measured = actuator.get("metrics/" + timer + "?tag=operation:createPosting");
      assertThat(measured.path("measurements"))
          .as(timer)
          .anySatisfy(
              one -> {
                assertThat(one.path("statistic").asText()).isEqualTo("COUNT");
                assertThat(one.path("value").asInt()).isPositive();
              });
    }
  }
}
