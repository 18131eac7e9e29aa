// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.http.Outcome.Delivery;
import ai.heymilo.sandbox.internal.operations.Reply;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.security.Authenticator;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The HTTP side: a WireMock server that hands every request to {@link SandboxServer}. WireMock's
 * own stubs, journal, files and admin API are out of use.
 */
public final class WireMockFace implements AutoCloseable {
  private static final int THREADS = 200;
  private static final String NO_FILES = "ai/heymilo/sandbox/no-files";

  private final WireMockServer wireMock;
  private final int port;

  private WireMockFace(WireMockServer wireMock) {
    this.wireMock = wireMock;
    this.port = wireMock.port();
  }

  /**
   * Starts to listen.
   *
   * @param host the address to bind
   * @param port the port, 0 for a free one
   * @param listener receives each request with its response
   */
  public static WireMockFace start(
      SandboxServer server, String host, int port, Consumer<LogEntry> listener) {
    WireMockServer wireMock =
        new WireMockServer(
            options().bindAddress(host).port(port).extensions(new Answers(server, listener)));
    wireMock.stubFor(
        WireMock.any(WireMock.anyUrl())
            .willReturn(WireMock.aResponse().withTransformers(Answers.NAME)));
    wireMock.start();
    return new WireMockFace(wireMock);
  }

  private static WireMockConfiguration options() {
    return WireMockConfiguration.options()
        .containerThreads(THREADS)
        .jettyAcceptQueueSize(THREADS)
        .http2PlainDisabled(true)
        .gzipDisabled(true)
        .templatingEnabled(false)
        .stubRequestLoggingDisabled(true)
        .usingFilesUnderClasspath(NO_FILES)
        .disableRequestJournal()
        .adminAuthenticator(new NoAdmin())
        .httpClientFactory(new NoProxying());
  }

  /** Loads the classes of WireMock, so that a process can do so while it reads the document. */
  public static void loadClasses() {
    new WireMockServer(options().dynamicPort());
  }

  /** Returns the port it listens on, or listened on until it was closed. */
  public int port() {
    return port;
  }

  /** Stops to listen; requests in progress are cut off. */
  @Override
  public void close() {
    wireMock.stop();
  }

  private static final class NoAdmin implements Authenticator {
    @Override
    public boolean authenticate(Request request) {
      return false;
    }
  }

  private static final class Answers implements ResponseDefinitionTransformerV2 {
    static final String NAME = "heymilo-sandbox";
    private static final int MILLIS_A_PIECE = 50;

    private final SandboxServer server;
    private final Consumer<LogEntry> listener;

    Answers(SandboxServer server, Consumer<LogEntry> listener) {
      this.server = server;
      this.listener = listener;
    }

    @Override
    public String getName() {
      return NAME;
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      Outcome outcome = server.serve(read(event.getRequest()));
      listener.accept(outcome.entry());
      return answer(outcome);
    }

    private static ResponseDefinition answer(Outcome outcome) {
      Reply reply = outcome.reply();
      byte[] body = reply.bytes();
      ResponseDefinitionBuilder response =
          WireMock.aResponse()
              .withStatus(reply.status())
              .withFixedDelay((int) outcome.latency().toMillis());
      reply.headers().forEach((name, value) -> response.withHeader(name, value));
      if (outcome.delivery() == Delivery.DROPPED) {
        return response.withFault(Fault.EMPTY_RESPONSE).build();
      }
      if (outcome.delivery() == Delivery.TRUNCATED) {
        response.withHeader("Content-Length", String.valueOf(body.length));
        return response.withBody(Arrays.copyOf(body, body.length / 2)).build();
      }
      int millis = (int) outcome.bodyTime().toMillis();
      if (millis > 0 && body.length > 0) {
        response.withChunkedDribbleDelay(Math.max(2, millis / MILLIS_A_PIECE), millis);
      }
      return response.withBody(body).build();
    }

    private static SandboxRequest read(Request request) {
      Map<String, String> headers = new HashMap<>();
      for (HttpHeader header : request.getHeaders().all()) {
        headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue());
      }
      return SandboxRequest.of(
          request.getMethod().getName(), request.getUrl(), headers, request.getBody());
    }
  }
}
