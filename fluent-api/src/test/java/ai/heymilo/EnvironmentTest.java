// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.testkit.Canary;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code fromEnv} takes from the environment. */
class EnvironmentTest {
  private static HeyMilo from(Map<String, String> environment) {
    return HeyMilo.builder().environment(environment).build();
  }

  @Test
  void keyServerAndWorkspaceComeFromTheirVariables() throws Exception {
    BlockingQueue<Headers> received = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(exchange.getRequestHeaders());
          byte[] body = "{\"data\":{\"id\":\"P\"}}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try (HeyMilo milo =
        from(
            Map.of(
                "HEYMILO_API_KEY",
                Canary.KEY,
                "HEYMILO_BASE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "HEYMILO_WORKSPACE_ID",
                "ws_7"))) {
      milo.posting("P").get();
    } finally {
      server.stop(0);
    }

    Headers headers = received.take();
    assertThat(headers.getFirst("X-API-KEY")).isEqualTo(Canary.KEY);
    assertThat(headers.getFirst("X-Workspace-Id")).isEqualTo("ws_7");
  }

  @Test
  void aMissingKeyIsNamedByItsVariable() {
    assertThatThrownBy(() -> from(Map.of("HEYMILO_WORKSPACE_ID", "ws_7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HEYMILO_API_KEY");
  }

  @Test
  void aServerThatIsNotHttpsIsRefused() {
    assertThatThrownBy(
            () ->
                from(
                    Map.of(
                        "HEYMILO_API_KEY", Canary.KEY, "HEYMILO_BASE_URL", "http://example.org")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("baseUrl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anEmptyVariableIsUnset(String empty) {
    assertThatCode(
            () ->
                from(Map.of(
                        "HEYMILO_API_KEY",
                        Canary.KEY,
                        "HEYMILO_BASE_URL",
                        empty,
                        "HEYMILO_WORKSPACE_ID",
                        empty))
                    .close())
        .doesNotThrowAnyException();
  }

  @Test
  void anEmptyKeyIsRefused() {
    assertThatThrownBy(() -> from(Map.of("HEYMILO_API_KEY", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HEYMILO_API_KEY is empty");
  }
}
