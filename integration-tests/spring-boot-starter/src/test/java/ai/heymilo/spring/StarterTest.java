// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.junit.UseHeyMiloSandbox;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@UseHeyMiloSandbox
class StarterTest {
  private final ApplicationContextRunner bare =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  StreamSupport.stream(
                          ImportCandidates.load(
                                  AutoConfiguration.class, StarterTest.class.getClassLoader())
                              .spliterator(),
                          false)
                      .filter(name -> name.startsWith("ai.heymilo."))
                      .map(StarterTest::type)
                      .toArray(Class<?>[]::new)));
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
          assertThat(sandbox.client().postings().get(id).getTitle()).isEqualTo("Java Engineer");
        });
  }

  @Test
  void withoutAKeyThereIsNoClient() {
    bare.run(
        context ->
            assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(HeyMilo.class)
                .doesNotHaveBean(HealthIndicator.class));
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
  void healthIsUpWhileTheServerAnswers() {
    application.run(
        context -> {
          Health health = context.getBean(HealthIndicator.class).health();
          assertThat(health.getStatus()).isEqualTo(Status.UP);
          assertThat(health.getDetails())
              .containsEntry("specVersion", HeyMilo.specVersion())
              .containsEntry("requestsLeft", 299);
        });
  }

  @Test
  void healthSaysWhatTheServerAnswered(HeyMiloSandbox sandbox) {
    sandbox.faults().failNext(3, 503);
    application
        .withBean(
            HeyMiloCustomizer.class,
            () -> builder -> builder.retryPolicy(RetryPolicy.builder().attempts(1).build()))
        .run(
            context -> {
              Health health = context.getBean(HealthIndicator.class).health();
              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails()).containsEntry("status", 503);
            });
  }

  @Test
  void healthIsUnknownWhileTheQuotaIsUsedUp() {
    application
        .withBean(
            HeyMiloCustomizer.class,
            () -> builder -> builder.rateLimiter(RateLimiter.slidingWindow(1, Duration.ofDays(1))))
        .run(
            context -> {
              context.getBean(HeyMilo.class).postings().list().pages().next();

              Health health = context.getBean(HealthIndicator.class).health();
              assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
              assertThat(health.getDetails()).containsEntry("error", "CallTimeoutException");
            });
  }

  @Test
  void healthCanBeSwitchedOffAndNeedsTheActuator() {
    application
        .withPropertyValues("management.health.heymilo.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    application
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(HeyMilo.class));
  }

  @Test
  void theClientIsClosedWithTheApplication() {
    HeyMilo[] client = new HeyMilo[1];
    application.run(context -> client[0] = context.getBean(HeyMilo.class));
    assertThatThrownBy(() -> client[0].postings().get("any")).hasMessageContaining("closed");
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
  void editorsKnowEveryProperty() throws Exception {
    try (InputStream in =
        HeyMiloProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      JsonNode metadata = new ObjectMapper().readTree(in);
      assertThat(metadata.path("properties").findValuesAsText("name"))
          .containsAll(
              Arrays.stream(HeyMiloProperties.class.getRecordComponents())
                  .map(
                      one ->
                          "heymilo."
                              + one.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                  .toList());
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
