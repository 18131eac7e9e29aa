// SPDX-License-Identifier: Apache-2.0
package app;

import static ai.heymilo.sandbox.SandboxAssert.assertThat;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.junit.UseHeyMiloSandbox;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A test of an application: the sandbox beside a WireMock of its own, and no AssertJ. */
@UseHeyMiloSandbox
@WireMockTest
class HiringTest {
  HeyMilo milo;

  @Test
  void talksToBothServers(HeyMiloSandbox sandbox, WireMockRuntimeInfo other) throws Exception {
    stubFor(get("/people/1").willReturn(ok("Ada Lovelace")));
    String name =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(other.getHttpBaseUrl() + "/people/1")).build(),
                BodyHandlers.ofString())
            .body();

    String id = milo.postings().create("Java Engineer", p -> p.form(step -> {})).id();
    milo.posting(id).activate();
    milo.posting(id).candidates().ingest(name, "ada@example.org");

    assertThat(sandbox).received("ingestCandidate").withJson("$.name", "Ada Lovelace").times(1);
    verify(1, getRequestedFor(urlEqualTo("/people/1")));
  }

  @Nested
  class Inside {
    @RepeatedTest(2)
    void theSandboxIsEmptyBeforeEachTest(HeyMilo same, HeyMiloSandbox sandbox) {
      assertEquals(0, milo.postings().list().stream().count());

      same.postings().create("Java Engineer", p -> p.form(step -> {}));

      assertThat(sandbox).received("createPosting").times(1);
    }
  }
}
