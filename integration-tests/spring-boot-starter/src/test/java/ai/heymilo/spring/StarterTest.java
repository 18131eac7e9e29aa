// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.observability.MicrometerListener;
import ai.heymilo.observability.ObservationListener;
import ai.heymilo.observability.OpenTelemetryListener;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.junit.UseHeyMiloSandbox;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

@UseHeyMiloSandbox
class StarterTest {
  private final ApplicationContextRunner bare =
      new ApplicationContextRunner().withUserConfiguration(Starter.class);
  private ApplicationContextRunner application = bare;

  @BeforeEach
  void startOn(HeyMiloSandbox sandbox) {
    application =
        bare.withPropertyValues(
            "heymilo.api-key=" + sandbox.apiKey(), "heymilo.base-url=" + sandbox.baseUrl());
  }

  @Test
  void theClientTalksToTheServerOfTheProperties(HeyMiloSandbox sandbox) {
    application.run(
        context -> {
          String id =
              context
                  .getBean(HeyMilo.class)
                  .postings()
                  .create("Java Engineer", p -> p.form(s -> {}))
                  .id();
          assertThat(sandbox.client().posting(id).get().getTitle()).isEqualTo("Java Engineer");
        });
  }

  @Test
  void withoutAKeyThereIsNoClient() {
    bare.run(
        context ->
            assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(HeyMilo.class)
                .doesNotHaveBean("heyMiloHealthContributor"));
  }

  @Test
  void theApplicationsOwnClientIsTheOnlyOne(HeyMiloSandbox sandbox) {
    HeyMilo own = sandbox.client();
    application
        .withBean(HeyMilo.class, () -> own)
        .run(context -> assertThat(context).getBean(HeyMilo.class).isSameAs(own));
  }

  @Test
  void theWorkspaceIsSent(HeyMiloSandbox sandbox) {
    application
        .withPropertyValues("heymilo.workspace-id=ws_7")
        .run(
            context -> {
              context.getBean(HeyMilo.class).postings().list().pages().next();
              ai.heymilo.sandbox.SandboxAssert.assertThat(sandbox)
                  .received("listPostings")
                  .withHeader("X-Workspace-Id", "ws_7");
            });
  }

  @Test
  void listenersAndCustomizersAreUsed() {
    AtomicInteger calls = new AtomicInteger();
    application
        .withBean(
            CallListener.class,
            () ->
                new CallListener() {
                  @Override
                  public void callStarted(Call call) {
                    calls.incrementAndGet();
                  }
                })
        .withBean(
            HeyMiloCustomizer.class,
            () ->
                builder -> builder.rateLimiter(RateLimiter.slidingWindow(7, Duration.ofMinutes(1))))
        .run(
            context -> {
              HeyMilo milo = context.getBean(HeyMilo.class);
              milo.postings().list().pages().next();
              assertThat(calls).hasValue(1);
              assertThat(milo.quota().limit()).isEqualTo(7);
            });
  }

  @Test
  void healthIsUnknownWhileTheQuotaIsUsedUp() {
    application
        .withPropertyValues("heymilo.rate-limit.requests=1", "heymilo.rate-limit.window=1d")
        .run(
            context -> {
              HeyMilo milo = context.getBean(HeyMilo.class);
              milo.postings().list().pages().next();

              ClientHealth health = ClientHealth.of(milo);
              assertThat(health.status()).isEqualTo("UNKNOWN");
              assertThat(health.details())
                  .containsEntry("requestsLeft", 0)
                  .containsEntry("error", "CallTimeoutException");
            });
  }

  @Test
  void healthCanBeSwitchedOffAndNeedsTheActuator() {
    application.run(context -> assertThat(context).hasBean("heyMiloHealthContributor"));
    application
        .withPropertyValues("management.health.heymilo.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("heyMiloHealthContributor"));
    application
        .withClassLoader(
            new FilteredClassLoader(
                "org.springframework.boot.actuate",
                "org.springframework.boot.health",
                "io.micrometer",
                "io.opentelemetry"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(HeyMilo.class)
                    .doesNotHaveBean("heyMiloHealthContributor"));
  }

  @Test
  void metricsAndTracesGoWhereTheApplicationSendsThem() {
    application.run(context -> assertThat(context).doesNotHaveBean(CallListener.class));
    application
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean(OpenTelemetry.class, OpenTelemetry::noop)
        .run(
            context ->
                assertThat(context.getBeansOfType(CallListener.class).values())
                    .extracting(Object::getClass)
                    .containsExactlyInAnyOrder(
                        MicrometerListener.class, OpenTelemetryListener.class));
    application
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .run(context -> assertThat(context).hasSingleBean(ObservationListener.class));
  }

  @Test
  void propertiesSetTimeoutsRetriesAndTheRateLimit(HeyMiloSandbox sandbox) {
    application
        .withPropertyValues(
            "heymilo.retry.attempts=2",
            "heymilo.retry.firstWait=1ms",
            "heymilo.retry.longest_wait=1ms",
            "heymilo.timeouts.call=7s",
            "heymilo.rateLimit.requests=9")
        .run(
            context -> {
              HeyMilo milo = context.getBean(HeyMilo.class);
              sandbox.faults().failNext(2, 503);
              assertThatThrownBy(() -> milo.postings().list().pages().next())
                  .isInstanceOfSatisfying(
                      HeyMiloException.class, e -> assertThat(e.attempts()).isEqualTo(2));
              assertThat(milo.quota().limit()).isEqualTo(9);
            });
    application
        .withPropertyValues("heymilo.rate-limit.enabled=false")
        .run(
            context ->
                assertThat(context.getBean(HeyMilo.class).quota().limit())
                    .isEqualTo(Integer.MAX_VALUE));
    application
        .withPropertyValues("heymilo.timeouts.call=0s")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("call")
                    .hasMessageContaining("PT0S"));
  }

  @Test
  void emptyPropertiesAreUnsetButForTheKey() {
    application
        .withPropertyValues(
            "heymilo.workspace-id=${X:}",
            "heymilo.timeouts.call=${X:}",
            "heymilo.retry.attempts=${X:}",
            "heymilo.rate-limit.window=${X:}")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              context.getBean(HeyMilo.class).postings().list().pages().next();
            });
    bare.withPropertyValues("heymilo.api-key=k", "heymilo.base-url=")
        .run(context -> assertThat(context).hasNotFailed());
    bare.withPropertyValues("heymilo.api-key=${X:}")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("heymilo.api-key is empty"));
  }

  @Test
  void anUnknownPropertyStopsTheApplication() {
    bare.withPropertyValues("heymilo.time-out.call=1s")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("heymilo.time-out.call"));
  }

  @Test
  void furtherClientsHaveNamesAndTakeWhatTheyDoNotSet(HeyMiloSandbox sandbox) {
    application
        .withPropertyValues(
            "heymilo.rate-limit.requests=9",
            "heymilo.clients.berlin.api-key=" + sandbox.apiKey(),
            "heymilo.clients.paris.api-key=" + sandbox.apiKey(),
            "heymilo.clients.paris.rate-limit.requests=5")
        .withBean(Named.class)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              Named named = context.getBean(Named.class);
              named.berlin().postings().list().pages().next();
              assertThat(named.berlin()).isNotSameAs(named.main());
              assertThat(named.main().quota().limit()).isEqualTo(9);
              assertThat(named.berlin().quota().limit()).isEqualTo(9);
              assertThat(named.paris().quota().limit()).isEqualTo(5);
            });
    application
        .withPropertyValues("heymilo.clients.berlin.workspace-id=ws_7")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("heymilo.clients.berlin.api-key is not set"));
  }

  @Test
  void customizersKnowTheNameOfTheClient(HeyMiloSandbox sandbox) {
    List<String> names = new ArrayList<>();
    application
        .withPropertyValues("heymilo.clients.berlin.api-key=" + sandbox.apiKey())
        .withBean(HeyMiloCustomizer.class, () -> new Recording(names))
        .run(context -> assertThat(names).containsExactlyInAnyOrder("heyMilo", "berlin"));
  }

  @Test
  void theClientIsClosedWithTheApplication() {
    HeyMilo[] client = new HeyMilo[1];
    application.run(context -> client[0] = context.getBean(HeyMilo.class));
    assertThatThrownBy(() -> client[0].posting("any").get()).hasMessageContaining("closed");
  }

  @Test
  void theKeyIsInNoText(HeyMiloSandbox sandbox) {
    application.run(
        context ->
            assertThat(context.getBean(HeyMiloProperties.class).toString())
                .contains(sandbox.baseUrl())
                .doesNotContain(sandbox.apiKey()));
    bare.withPropertyValues("heymilo.api-key=a\u00e9b-secret")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasRootCauseInstanceOf(IllegalArgumentException.class)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("secret")));
  }

  @Test
  void editorsKnowEveryPropertyAndWhatItDoes() throws Exception {
    try (InputStream in =
        HeyMiloProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      JsonNode properties = new ObjectMapper().readTree(in).path("properties");
      assertThat(properties.findValuesAsText("name"))
          .contains("heymilo.api-key", "heymilo.timeouts.attempt", "heymilo.retry.first-wait")
          .contains("heymilo.rate-limit.window", "heymilo.clients")
          .contains("management.health.heymilo.enabled");
      Matcher readme =
          Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL)
              .matcher(Files.readString(Path.of("..", "..", "README.md")));
      assertThat(readme.find()).isTrue();
      assertThat(properties.findValuesAsText("name"))
          .containsAll(readme.group(1).lines().map(line -> line.replaceFirst("=.*", "")).toList());
      assertThat(properties)
          .allSatisfy(property -> assertThat(property.path("description").asText()).isNotEmpty());
    }
  }

  /** Injects by the name of the bean; without one, the client of {@code heymilo.api-key}. */
  record Named(
      HeyMilo main, @Qualifier("berlin") HeyMilo berlin, @Qualifier("paris") HeyMilo paris) {}

  private record Recording(List<String> names) implements HeyMiloCustomizer {
    @Override
    public void customize(HeyMiloBuilder builder) {
      throw new AssertionError("the name is known");
    }

    @Override
    public void customize(String client, HeyMiloBuilder builder) {
      names.add(client);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Ours.class)
  static class Starter {}

  /** Imports by name, as an application does: on no Boot can all of the classes be loaded. */
  static final class Ours implements DeferredImportSelector {
    @Override
    public String[] selectImports(AnnotationMetadata metadata) {
      return ImportCandidates.load(AutoConfiguration.class, StarterTest.class.getClassLoader())
          .getCandidates()
          .stream()
          .filter(name -> name.startsWith("ai.heymilo."))
          .toArray(String[]::new);
    }
  }
}
