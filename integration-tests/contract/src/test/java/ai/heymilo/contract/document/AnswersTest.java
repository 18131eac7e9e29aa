// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.document;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.document.Documented.Answer;
import ai.heymilo.contract.document.Examples.Size;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the document says may come back is understood: for every operation, documented status and
 * media type a server answers with examples that are made from the document, and the stubs, waiting
 * and not, are called through the client's transport.
 */
class AnswersTest {
  private static final List<Integer> UNDOCUMENTED = List.of(302, 400, 403, 409, 413, 500, 503);
  private static final List<BiFunction<ApiClient, Documented, Object>> WAYS =
      List.of(Stubs::call, Stubs::callAsync);
  private static final Coverage COVERAGE = new Coverage();
  private static final HttpClient CONNECTIONS =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Logger LOG = Logger.getLogger("ai.heymilo");

  private static WireMockServer server;

  @BeforeAll
  static void start() {
    LOG.setLevel(Level.OFF); // each 5xx would be a warning
    server =
        new WireMockServer(
            wireMockConfig().dynamicPort().bindAddress("127.0.0.1").disableRequestJournal());
    server.start();
  }

  @AfterAll
  static void stopAndTell() {
    LOG.setLevel(null);
    server.stop();
    COVERAGE.print();
  }

  @TestFactory
  Stream<DynamicContainer> everyAnswerIsUnderstood() {
    return Documented.operations().stream()
        .map(
            operation ->
                dynamicContainer(
                    operation.id(),
                    Stream.concat(
                        operation.answers().stream().map(answer -> documented(operation, answer)),
                        undocumented(operation))));
  }

  @Test
  void everyOperationHasStubs() {
    assertThat(Stubs.operations())
        .containsExactlyInAnyOrderElementsOf(
            Documented.operations().stream().map(Documented::id).toList());
  }

  private static DynamicTest documented(Documented operation, Answer answer) {
    return dynamicTest(
        answer.toString(),
        () -> {
          for (Size size : Size.values()) {
            for (long seed = 1; seed <= (size == Size.RANDOM ? 3 : 1); seed++) {
              if (answer.isJson()) {
                JsonNode example = new Examples(size, seed).at(answer.schema());
                if (size != Size.NOVEL) {
                  SchemaCheck.assertValid(answer.schema(), example);
                }
                understood(operation, answer, example);
              } else if (size == Size.FULL) {
                understoodRaw(operation, answer);
              }
            }
          }
          COVERAGE.add(operation.id(), answer.status(), answer.mediaType());
        });
  }

  /**
   * Errors that the document does not name have types too, in both shapes of a body and in none.
   */
  private static Stream<DynamicTest> undocumented(Documented operation) {
    List<String> documented = operation.answers().stream().map(Answer::status).toList();
    return UNDOCUMENTED.stream()
        .filter(status -> !documented.contains(String.valueOf(status)))
        .map(
            status ->
                dynamicTest(
                    status + " (not documented)",
                    () -> {
                      for (String shape : Errors.SHAPES) {
                        JsonNode body =
                            new Examples(Size.FULL, status).at("/components/schemas/" + shape);
                        fails(operation, status, json(status, body), body);
                      }
                      ResponseDefinitionBuilder html =
                          aResponse().withStatus(status).withBody("<html>no JSON</html>");
                      fails(operation, status, html, null);
                      COVERAGE.add(operation.id(), status + "", "");
                    }));
  }

  private static void understood(Documented operation, Answer answer, JsonNode example) {
    if (!answer.isSuccess()) {
      fails(operation, answer.code(), json(answer.code(), example), example);
      return;
    }
    for (Object result : results(operation, json(answer.code(), example))) {
      if (result instanceof byte[] bytes) {
        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(example.toString());
      } else {
        SchemaCheck.assertSame(example, result);
      }
    }
  }

  private static void understoodRaw(Documented operation, Answer answer) {
    byte[] body = "not JSON".getBytes(StandardCharsets.UTF_8);
    ResponseDefinitionBuilder response = aResponse().withStatus(answer.code());
    if (answer.status().startsWith("3")) {
      response.withHeader("Location", "https://elsewhere.example/");
    }
    if (!answer.mediaType().isEmpty()) {
      response.withHeader("Content-Type", answer.mediaType()).withBody(body);
    }
    if (!answer.isSuccess()) {
      fails(operation, answer.code(), response, null);
      return;
    }
    for (Object result : results(operation, response)) {
      assertThat(result).isEqualTo(answer.mediaType().isEmpty() ? null : body);
    }
  }

  private static List<Object> results(Documented operation, ResponseDefinitionBuilder response) {
    return WAYS.stream().map(way -> answered(operation, response, way)).toList();
  }

  private static void fails(
      Documented operation, int status, ResponseDefinitionBuilder response, JsonNode body) {
    for (BiFunction<ApiClient, Documented, Object> way : WAYS) {
      try {
        answered(operation, response, way);
      } catch (HeyMiloException error) {
        Errors.assertTyped(operation, status, body, error);
        continue;
      }
      throw new AssertionError(operation + " did not fail with " + status);
    }
  }

  /** A client for each call, because a 429 holds the next calls of a client back. */
  private static Object answered(
      Documented operation,
      ResponseDefinitionBuilder response,
      BiFunction<ApiClient, Documented, Object> way) {
    server.resetMappings();
    server.stubFor(any(anyUrl()).willReturn(response));
    try (HeyMilo milo =
        HeyMilo.builder()
            .apiKey(Canary.KEY)
            .baseUrl(server.baseUrl())
            .retryPolicy(RetryPolicy.never())
            .rateLimiter(RateLimiter.unlimited())
            .httpClient(CONNECTIONS)
            .build()) {
      return way.apply(milo.api(), operation);
    }
  }

  private static ResponseDefinitionBuilder json(int status, JsonNode body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body.toString());
  }
}
