// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.junit;

import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class UseHeyMiloSandboxTest {
  private static final Set<String> URLS = new HashSet<>();
  private static final Set<HeyMilo> CLIENTS = new HashSet<>();
  private static int executed;

  @UseHeyMiloSandbox
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Guinea {
    @SuppressWarnings("NullAway.Init") // the extension sets it
    private HeyMiloSandbox field;

    @SuppressWarnings("NullAway.Init") // the extension sets it
    private HeyMilo client;

    private final HeyMiloSandbox byConstructor;
    private final HeyMilo clientByConstructor;

    Guinea(HeyMiloSandbox byConstructor, HeyMilo clientByConstructor) {
      this.byConstructor = byConstructor;
      this.clientByConstructor = clientByConstructor;
    }

    @Test
    @Order(1)
    void fieldParameterAndConstructorHaveTheSameSandbox(HeyMiloSandbox parameter) throws Exception {
      assertThat(parameter == field && parameter == byConstructor).isTrue();
      get(parameter);
      assertThat(parameter).received("listPostings").times(1);
      URLS.add(parameter.baseUrl());
      executed++;
    }

    @Test
    @Order(2)
    void nothingIsLeftOfTheTestBefore() {
      assertThat(field).receivedNothing();
      URLS.add(field.baseUrl());
      executed++;
    }

    @Test
    @Order(3)
    void clientsAreInjectedAsSandboxesAre(HeyMilo parameter) {
      assertThat(parameter == client && parameter == field.client()).isTrue();
      assertThat(CLIENTS.add(parameter) && CLIENTS.add(clientByConstructor)).isTrue();
      parameter.posting(parameter.postings().create("Engineer", p -> p.form(s -> {})).id()).get();
      clientByConstructor.postings().list().stream().forEach(posting -> {});
      assertThat(field).receivedExactly("createPosting", "getPosting", "listPostings");
      executed++;
    }

    @Test
    @Order(4)
    void eachTestHasAClientOfItsOwn(HeyMilo parameter) {
      assertThat(CLIENTS.contains(parameter) || CLIENTS.contains(clientByConstructor)).isFalse();
      executed++;
    }

    @Nested
    class Inside {
      @SuppressWarnings("NullAway.Init") // the extension sets it
      private HeyMiloSandbox own;

      @Test
      void sharesTheSandboxOfTheOuterClass(HeyMiloSandbox parameter) throws Exception {
        get(own);
        assertThat(parameter).received("listPostings").times(1);
        URLS.add(parameter.baseUrl());
        executed++;
      }
    }

    @AfterAll
    static void stillListensAfterTheLastTest(HeyMiloSandbox sandbox) throws Exception {
      Assertions.assertThat(get(sandbox).statusCode()).isEqualTo(200);
      executed++;
    }

    private static HttpResponse<Void> get(HeyMiloSandbox sandbox)
        throws IOException, InterruptedException {
      return UseHeyMiloSandboxTest.get(sandbox.baseUrl());
    }
  }

  @Test
  void oneServerForAClassFreshForEachTestAndClosedAfterTheLast() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Guinea.class))
                .build(),
            summary);

    assertThat(summary.getSummary().getFailures())
        .as("failures")
        .extracting(failure -> String.valueOf(failure.getException()))
        .isEmpty();
    assertThat(executed).isEqualTo(6);
    assertThat(URLS).hasSize(1);
    Assertions.assertThatThrownBy(() -> get(URLS.iterator().next()))
        .isInstanceOf(ConnectException.class);
  }

  private static HttpResponse<Void> get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url + "/api/v2/postings"))
                .header("X-API-KEY", "any")
                .build(),
            HttpResponse.BodyHandlers.discarding());
  }
}
