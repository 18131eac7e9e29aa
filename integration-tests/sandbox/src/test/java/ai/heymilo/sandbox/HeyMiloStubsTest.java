// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.DocumentedAnswer;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stubs of every operation and documented status, in a WireMock server of one's own. */
class HeyMiloStubsTest {
  private static final ApiDocument DOCUMENT = ApiDocument.bundled();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir static Path folder;

  @Test
  void everyDocumentedAnswerIsStubbedAsDocumented() throws Exception {
    WireMockServer server = server(WireMockConfiguration.options());
    try {
      for (ApiOperation operation : DOCUMENT.operations()) {
        for (DocumentedAnswer answer : operation.answers()) {
          server.resetMappings();
          server.stubFor(HeyMiloStubs.get(operation.id()).answering(answer.status()));
          assertDocumented(server, operation, answer.status());
        }
      }
    } finally {
      server.stop();
    }
  }

  @Test
  void mappingFilesAnswerASuccessUntilTheScenarioIsInAnotherState() throws Exception {
    int written = HeyMiloStubs.write(folder);
    WireMockServer server =
        server(WireMockConfiguration.options().usingFilesUnderDirectory(folder.toString()));
    try {
      assertThat(server.listAllStubMappings().getMappings()).hasSize(written);
      for (ApiOperation operation : DOCUMENT.operations()) {
        assertThat(send(server, operation).statusCode()).as(operation.id()).isBetween(200, 399);
        for (DocumentedAnswer answer : operation.answers()) {
          if (answer.status() >= 400) {
            server.setScenarioState(operation.id(), String.valueOf(answer.status()));
            assertDocumented(server, operation, answer.status());
          }
        }
        server.resetScenario(operation.id());
      }
    } finally {
      server.stop();
    }
  }

  @Test
  void statusThatTheDocumentLacksIsRefusedWithThoseItHas() {
    String id = DOCUMENT.operations().get(0).id();

    assertThatThrownBy(() -> HeyMiloStubs.get(id).answering(418))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(id)
        .hasMessageContaining("418")
        .hasMessageContaining("401");
    assertThatThrownBy(() -> HeyMiloStubs.get("noSuchOperation")).hasMessageContaining(id);
  }

  private static WireMockServer server(WireMockConfiguration options) {
    WireMockServer server = new WireMockServer(options.dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    return server;
  }

  private static void assertDocumented(WireMockServer server, ApiOperation operation, int status)
      throws Exception {
    HttpResponse<byte[]> answer = send(server, operation);
    String all = operation.id() + " " + status;
    assertThat(answer.statusCode()).as(all).isEqualTo(status);
    EveryOperationTest.assertValid(operation, answer, all);
    for (DocumentedAnswer documented : operation.answers()) {
      if (documented.status() == status) {
        assertThat(answer.headers().map().keySet()).as(all).containsAll(lower(documented));
      }
    }
  }

  private static java.util.List<String> lower(DocumentedAnswer answer) {
    return answer.headers().keySet().stream().map(String::toLowerCase).toList();
  }

  private static HttpResponse<byte[]> send(WireMockServer server, ApiOperation operation)
      throws Exception {
    String path = operation.path().replaceAll("\\{\\w+}", "any");
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .method(operation.method(), BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofByteArray());
  }
}
