// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sandbox.HeyMiloSandbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Consumer<HeyMiloSandbox> use, String... arguments) {
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        sandbox -> {
          try (sandbox) {
            use.accept(sandbox);
          }
        },
        arguments);
  }

  private static HttpResponse<String> get(HeyMiloSandbox sandbox, String key) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v2/postings"))
                  .header("X-API-KEY", key)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void printsItsUrlAndTheRequestsItServes() {
    StringBuilder url = new StringBuilder();
    int status =
        run(
            sandbox -> {
              url.append(sandbox.baseUrl());
              assertThat(get(sandbox, "any").statusCode()).isEqualTo(200);
            },
            "--port",
            "0");

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "HeyMilo sandbox at " + url,
            "try: curl -H 'X-API-KEY: sandbox-key' " + url + "/api/v2/postings",
            "GET /api/v2/postings -> 200 req_00000001");
    assertThat(err.size()).isZero();
  }

  @Test
  void demoHasPostingsAndCandidatesAtDifferentPlaces() {
    run(
        sandbox -> {
          JsonNode postings = json(get(sandbox, "any")).path("data");
          assertThat(postings.findValuesAsText("title"))
              .containsExactly(
                  "Warehouse Associate", "Customer Support Lead", "Senior Java Engineer");
          String engineer = postings.at("/2/id").asText();
          assertThat(sandbox.posting(engineer).status()).isEqualTo("active");
          assertThat(sandbox.posting(engineer).candidates()).isEqualTo(5);
          assertThat(sandbox.received()).hasSize(1);
        },
        "--port",
        "0",
        "--seed",
        "demo");
  }

  @Test
  void keyAndRateLimitHold() {
    run(
        sandbox -> {
          assertThat(get(sandbox, "other").statusCode()).isEqualTo(401);
          assertThat(get(sandbox, "mine").statusCode()).isEqualTo(200);
          assertThat(get(sandbox, "mine").statusCode()).isEqualTo(429);
        },
        "--port",
        "0",
        "--api-key",
        "mine",
        "--rate-limit",
        "1");
  }

  @Test
  void helpIsPrintedOnRequest() {
    assertThat(run(sandbox -> {}, "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: ").contains("--seed demo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prt 1|unknown option --prt",
        "--port|--port needs a value",
        "--port x|--port needs a whole number, was x",
        "--port 65536|port must be within 0–65535, was 65536",
        "--seed big|--seed knows only demo, was big",
        "--rate-limit 0|a limit needs 1 request or more in a positive window, had 0 in PT1M",
      })
  void badArgumentsGiveTheReasonAndTheUsage(String arguments, String reason) {
    assertThat(run(sandbox -> {}, arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(reason).contains("usage: ");
    assertThat(out.size()).isZero();
  }

  @Test
  void portInUseIsSaidAndTheStatusIsOne() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run(sandbox -> {}, "--port", String.valueOf(taken.getLocalPort()))).isEqualTo(1);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("the sandbox did not start: ");
  }
}
