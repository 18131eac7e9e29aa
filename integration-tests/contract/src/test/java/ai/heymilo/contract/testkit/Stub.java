// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import ai.heymilo.HeyMilo;
import ai.heymilo.testkit.Canary;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that answers what it is told to, keeps what it was sent, and has a client at hand. */
public final class Stub implements BeforeEachCallback, AfterEachCallback {
  /** A receipt with what the document requires, and no more. */
  public static final String CREATED =
      """
      {"data":{"id":"POST_1","status":"draft","urls":{},"created_at":1739612400}}""";

  /** An interviewer with what the document requires, and no more. */
  public static final String POSTING =
      """
      {"data":{"id":"POST_1","company_id":"C1","title":"T","description":"D","status":"draft",\
      "finalized":false,"archived":false,"test_posting":false}}""";

  private WireMockServer server;
  private HeyMilo client;

  @Override
  public void beforeEach(ExtensionContext context) {
    server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    client = HeyMilo.builder().apiKey(Canary.KEY).baseUrl(server.baseUrl()).build();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    client.close();
    server.stop();
  }

  public HeyMilo client() {
    return client;
  }

  public String baseUrl() {
    return server.baseUrl();
  }

  /** Answers every request with this body. */
  public void answer(String json) {
    on(any(anyUrl()).willReturn(okJson(json)));
  }

  public void on(MappingBuilder mapping) {
    server.stubFor(mapping);
  }

  public List<LoggedRequest> requests() {
    return server.findAll(anyRequestedFor(anyUrl()));
  }

  /** Returns the body of the one request that there was. */
  public String body() {
    List<LoggedRequest> requests = requests();
    if (requests.size() != 1) {
      throw new AssertionError("expected one request, got " + requests.size());
    }
    return requests.get(0).getBodyAsString();
  }
}
