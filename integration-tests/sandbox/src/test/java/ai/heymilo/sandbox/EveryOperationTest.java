// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.examples.Amount;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the document, with minimal, full and random requests: none is refused, and a
 * validator of its own finds every answer valid, be it a success or an error.
 */
class EveryOperationTest {
  private static final ApiDocument DOCUMENT = ApiDocument.bundled();
  private static final int RANDOM_REQUESTS = 5;
  private static final String ID = "https://documents.test/openapi.json";
  private static final JsonSchemaFactory VALIDATOR =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaLoaders(
                  loaders -> loaders.schemas(Map.of(ID, DOCUMENT.root().toString()))));

  private static final Map<Integer, Integer> STATUSES = new TreeMap<>();
  private static HeyMiloSandbox sandbox;
  private static AnyRequest requests;

  @BeforeAll
  static void start() {
    sandbox = HeyMiloSandbox.builder().activeOnCreate().withoutDeduplication().start();
    requests = new AnyRequest(sandbox, DOCUMENT);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    System.out.println(DOCUMENT.operations().size() + " operations, answers by status " + STATUSES);
  }

  @TestFactory
  Stream<DynamicTest> isServedAndAnsweredByTheDocument() {
    return DOCUMENT.operations().stream()
        .map(
            operation ->
                dynamicTest(
                    operation.id(),
                    () -> {
                      isServed(operation, Amount.MINIMAL, 1);
                      isServed(operation, Amount.FULL, 1);
                      for (int seed = 1; seed <= RANDOM_REQUESTS; seed++) {
                        isServed(operation, Amount.RANDOM, seed);
                      }
                    }));
  }

  private static void isServed(ApiOperation operation, Amount amount, long seed) throws Exception {
    AnyRequest.Sent sent = requests.send(operation, amount, seed);
    HttpResponse<byte[]> answer = sent.response();
    String all =
        sent
            + " -> "
            + answer.statusCode()
            + " "
            + new String(answer.body(), StandardCharsets.UTF_8);
    STATUSES.merge(answer.statusCode(), 1, Integer::sum);

    assertThat(answer.statusCode()).as(all).isBetween(200, 399);
    assertThat(answer.headers().firstValue("X-Request-Id")).as(all).isPresent();
    assertThat(documented(operation)).as(all).contains(String.valueOf(answer.statusCode()));
    String type = answer.headers().firstValue("Content-Type").orElse("");
    Set<String> types = types(operation, answer.statusCode());
    assertThat(types.isEmpty() ? type.isEmpty() : types.contains(type)).as(all).isTrue();
    assertValid(operation, answer, all);
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatHasNoKeyAsTheDocumentSays() {
    return DOCUMENT.operations().stream()
        .filter(ApiOperation::isSecured)
        .map(
            operation ->
                dynamicTest(
                    operation.id(),
                    () -> {
                      HttpResponse<byte[]> answer = requests.withoutKey(operation);
                      assertThat(answer.statusCode()).isEqualTo(401);
                      assertValid(operation, answer, operation.id());
                    }));
  }

  private static Set<String> documented(ApiOperation operation) {
    Set<String> statuses = new java.util.HashSet<>();
    operation.answers().forEach(answer -> statuses.add(String.valueOf(answer.status())));
    return statuses;
  }

  private static Set<String> types(ApiOperation operation, int status) {
    Set<String> types = new java.util.HashSet<>();
    operation.answers().stream()
        .filter(answer -> answer.status() == status && !answer.mediaType().isEmpty())
        .forEach(answer -> types.add(answer.mediaType()));
    return types;
  }

  static void assertValid(ApiOperation operation, HttpResponse<byte[]> answer, String all)
      throws Exception {
    var documented = operation.jsonAnswer(answer.statusCode());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (documented != null && type.equals(documented.mediaType())) {
      assertThat(
              VALIDATOR
                  .getSchema(
                      SchemaLocation.of(ID + "#" + documented.schema()),
                      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                  .validate(AnyRequest.JSON.readTree(answer.body())))
          .as(all)
          .isEmpty();
    }
  }
}
