// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.junit;

import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes that use the annotation. */
class UseHeyMiloSandboxTest {
  private static final Map<String, String> PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
  private static final Map<String, String> PER_CLASS =
      Map.of("junit.jupiter.testinstance.lifecycle.default", "per_class");

  private static final Set<String> URLS = ConcurrentHashMap.newKeySet();
  private static final AtomicInteger LEFT = new AtomicInteger();
  private static final CyclicBarrier TOGETHER = new CyclicBarrier(2);

  @UseHeyMiloSandbox
  static class Injected {
    @SuppressWarnings("NullAway.Init") // the extension sets it
    private HeyMiloSandbox field;

    @SuppressWarnings("NullAway.Init") // the extension sets it
    private HeyMilo client;

    private HeyMiloSandbox own;
    private final HeyMiloSandbox byConstructor;

    Injected(HeyMiloSandbox byConstructor, HeyMilo clientByConstructor) throws Exception {
      this.byConstructor = byConstructor;
      this.own = HeyMiloSandbox.start();
      assertThat(clientByConstructor == byConstructor.client()).isTrue();
      create(byConstructor);
    }

    @BeforeEach
    void prepare(HeyMiloSandbox parameter) throws Exception {
      create(parameter);
    }

    @RepeatedTest(2)
    void hasWhatConstructorAndPreparationCreatedAndNoMore(HeyMiloSandbox sandbox, HeyMilo milo)
        throws Exception {
      URLS.add(sandbox.baseUrl());
      assertThat(sandbox == field && sandbox == byConstructor).isTrue();
      assertThat(milo == client && milo == sandbox.client()).isTrue();
      assertThat(sandbox).receivedExactly("createPosting", "createPosting");
      assertThat(list(sandbox)).contains("\"total_count\":2");
    }

    @Test
    void fieldThatTheConstructorSetStays() {
      assertThat(own == field).isFalse();
    }

    @AfterEach
    void stillListens(HeyMiloSandbox sandbox) throws Exception {
      assertThat(list(sandbox)).contains("data");
      own.close();
    }

    @Nested
    class Inside {
      @SuppressWarnings("NullAway.Init") // the extension sets it
      private HeyMiloSandbox inner;

      Inside(HeyMiloSandbox sandbox) throws Exception {
        create(sandbox);
      }

      @RepeatedTest(2)
      void sharesTheSandboxOfTheOuterInstance(HeyMiloSandbox sandbox) {
        assertThat(sandbox == inner && sandbox == field).isTrue();
        assertThat(sandbox).received("createPosting").times(3);
      }
    }
  }

  @UseHeyMiloSandbox
  static class Shared {
    private final HeyMiloSandbox byConstructor;
    private int earlier;

    Shared(HeyMiloSandbox byConstructor) throws Exception {
      this.byConstructor = byConstructor;
      create(byConstructor);
    }

    @RepeatedTest(3)
    void hasWhatEarlierTestsOfTheInstanceCreated(HeyMiloSandbox sandbox) throws Exception {
      assertThat(sandbox == byConstructor).isTrue();
      assertThat(sandbox).received("createPosting").times(1 + earlier);
      create(sandbox);
      earlier++;
      LEFT.set(earlier);
    }
  }

  @UseHeyMiloSandbox
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class SharedByAnnotation {
    @SuppressWarnings("NullAway.Init") // the extension sets it
    private HeyMiloSandbox field;

    @BeforeAll
    void prepare(HeyMiloSandbox sandbox) throws Exception {
      create(sandbox);
    }

    @RepeatedTest(2)
    void hasWhatWasPreparedOnce(HeyMiloSandbox sandbox) {
      assertThat(sandbox == field).isTrue();
      assertThat(sandbox).received("createPosting").times(1);
    }

    @Nested
    class Inside {
      @Test
      void hasItToo(HeyMiloSandbox sandbox) {
        assertThat(sandbox).received("createPosting").times(1);
      }
    }
  }

  @UseHeyMiloSandbox
  static class Concurrent {
    @RepeatedTest(4)
    void hasASandboxOfItsOwn(HeyMiloSandbox sandbox) throws Exception {
      create(sandbox);
      TOGETHER.await(30, TimeUnit.SECONDS); // until another test is here as well
      assertThat(sandbox).received("createPosting").times(1);
    }
  }

  @UseHeyMiloSandbox
  static class Unlucky {
    Unlucky(HeyMiloSandbox sandbox) {
      URLS.add(sandbox.baseUrl());
      throw new IllegalStateException("no luck");
    }

    @RepeatedTest(3)
    void isNeverRun() {}
  }

  @UseHeyMiloSandbox
  static class Closing {
    @RepeatedTest(2)
    void hasARunningSandbox(HeyMiloSandbox sandbox) throws Exception {
      assertThat(list(sandbox)).contains("data");
      sandbox.close();
    }
  }

  @UseHeyMiloSandbox
  @SuppressWarnings("DoNotCallSuggester") // JUnit is not to get as far as calling it
  static class Static {
    @BeforeAll
    static void prepare(HeyMiloSandbox sandbox) {
      throw new AssertionError(sandbox);
    }

    @Test
    void isNeverRun() {}
  }

  @Test
  void eachTestInstanceHasAnEmptySandboxThatIsStoppedInTheEnd() {
    URLS.clear();

    assertThat(failures(Injected.class, Map.of())).isEmpty();

    assertThat(URLS).hasSize(1);
    assertThatThrownBy(() -> list(URLS.iterator().next())).isInstanceOf(ConnectException.class);
  }

  @Test
  void instanceOfAClassKeepsItsSandbox() {
    assertThat(failures(Shared.class, PER_CLASS)).isEmpty();
    assertThat(LEFT).hasValue(3);
    assertThat(failures(SharedByAnnotation.class, Map.of())).isEmpty();
    assertThat(failures(SharedByAnnotation.class, PARALLEL)).isEmpty();
  }

  @Test
  void testsInParallelHaveSandboxesOfTheirOwn() {
    assertThat(failures(Concurrent.class, PARALLEL)).isEmpty();
    assertThat(failures(Injected.class, PARALLEL)).isEmpty();
  }

  @Test
  void sandboxOfAConstructorThatFailsIsUsedAgainAndOneThatATestClosedIsNot() {
    URLS.clear();

    assertThat(failures(Unlucky.class, Map.of())).hasSize(3).allMatch(f -> f.contains("no luck"));
    assertThat(URLS).hasSize(1);
    assertThat(failures(Closing.class, Map.of())).isEmpty();
  }

  @Test
  void staticMethodIsToldThatItHasNoSandbox() {
    assertThat(failures(Static.class, Map.of()))
        .singleElement()
        .asString()
        .contains("prepare has no sandbox", "PER_CLASS");
  }

  private static List<String> failures(Class<?> tests, Map<String, String> configuration) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .configurationParameters(configuration)
                .build(),
            listener);
    TestExecutionSummary summary = listener.getSummary();
    List<String> failures = new ArrayList<>();
    summary.getFailures().forEach(failure -> failures.add(failure.getException().toString()));
    assertThat(summary.getTestsFoundCount()).isPositive();
    return failures;
  }

  private static void create(HeyMiloSandbox sandbox) throws IOException, InterruptedException {
    String body = "{\"title\":\"Engineer\",\"workflow\":[]}";
    int status =
        send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v2/postings"))
                .POST(BodyPublishers.ofString(body)))
            .statusCode();
    assertThat(status).isEqualTo(201);
  }

  private static String list(HeyMiloSandbox sandbox) throws IOException, InterruptedException {
    return list(sandbox.baseUrl());
  }

  private static String list(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + "/api/v2/postings"))).body();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.header("X-API-KEY", "any").build(), BodyHandlers.ofString());
  }
}
