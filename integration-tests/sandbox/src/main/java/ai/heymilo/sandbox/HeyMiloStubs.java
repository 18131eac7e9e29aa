// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.DocumentedAnswer;
import ai.heymilo.sandbox.internal.examples.Amount;
import ai.heymilo.sandbox.internal.examples.Examples;
import ai.heymilo.sandbox.internal.examples.Shapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * WireMock stubs made from the document, for tests with a WireMock server of their own: a body that
 * is valid by the schema of the answer, and the headers that the document names.
 *
 * <pre>{@code
 * wireMock.stubFor(HeyMiloStubs.get("createPosting").answering(422));
 * }</pre>
 *
 * <p>For tests that need state, {@link HeyMiloSandbox} is the better choice. Immutable.
 */
public final class HeyMiloStubs {
  private static final int PRIORITY = 5;

  private final ApiDocument document;
  private final ApiOperation operation;

  private HeyMiloStubs(ApiDocument document, ApiOperation operation) {
    this.document = document;
    this.operation = operation;
  }

  /**
   * Returns the stubs of an operation of the bundled document.
   *
   * @param operationId an {@code operationId} of the document, such as {@code createPosting}
   * @throws IllegalArgumentException when the document has no such operation
   */
  public static HeyMiloStubs get(String operationId) {
    ApiDocument document = ApiDocument.bundled();
    return new HeyMiloStubs(document, Faults.known(document, operationId));
  }

  /**
   * Writes a mapping for every operation and documented status to the folder {@code mappings} in
   * {@code root}, for {@code wiremock --root-dir}. The mappings of an operation are a scenario of
   * its name: a success at first, and in the state {@code 422} the answer with that status.
   *
   * @return how many mappings were written
   * @throws IOException when a file cannot be written
   */
  public static int write(Path root) throws IOException {
    return write(ApiDocument.bundled(), root);
  }

  static int write(ApiDocument document, Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("mappings"));
    int count = 0;
    for (ApiOperation operation : document.operations()) {
      boolean begun = false;
      HeyMiloStubs stubs = new HeyMiloStubs(document, operation);
      for (int status : stubs.statuses()) {
        boolean first = !begun && status < 400;
        begun |= first;
        String name = operation.id().replaceAll("[^A-Za-z0-9_-]", "_") + "-" + status;
        String json =
            stubs
                .answering(status)
                .withId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .inScenario(operation.id())
                .whenScenarioStateIs(first ? Scenario.STARTED : String.valueOf(status))
                .build()
                .toString();
        Files.writeString(folder.resolve(name + ".json"), json + "\n");
        count++;
      }
    }
    return count;
  }

  private int[] statuses() {
    return operation.answers().stream().mapToInt(DocumentedAnswer::status).distinct().toArray();
  }

  /**
   * Returns a stub that answers every request to the operation with {@code status}; {@code
   * willReturn} replaces its answer, {@code withQueryParam} and the like narrow it.
   *
   * @throws IllegalArgumentException when the document has no such answer
   */
  public MappingBuilder answering(int status) {
    long parameters = operation.segments().stream().filter(ApiOperation::isParameter).count();
    return WireMock.request(operation.method(), WireMock.urlPathTemplate(operation.path()))
        .withName(operation.id() + " " + status)
        .atPriority(PRIORITY + (int) parameters)
        .willReturn(response(status));
  }

  private ResponseDefinitionBuilder response(int status) {
    DocumentedAnswer answer = answer(status);
    Examples examples =
        new Examples(
            document, new Shapes(document), Amount.FULL, (operation.id() + status).hashCode());
    ResponseDefinitionBuilder response = WireMock.aResponse().withStatus(status);
    if (status / 100 == 3 && !answer.headers().containsKey("Location")) {
      response.withHeader("Location", "https://stub.heymilo.test/" + operation.id());
    }
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      String value = examples.at(header.getValue()).asText().replaceAll("[^\\x20-\\x7e]", "");
      response.withHeader(header.getKey(), value);
    }
    if (!answer.mediaType().isEmpty()) {
      response.withHeader("Content-Type", answer.mediaType());
      if (answer.isJson()) {
        response.withBody(lastPage(examples.at(answer.schema())).toString());
      } else {
        response.withBody(("stub of " + answer.mediaType()).getBytes(StandardCharsets.UTF_8));
      }
    }
    return response;
  }

  /** A list would never end if its one page said that there was more. */
  private static JsonNode lastPage(JsonNode body) {
    if (body.at("/pagination/has_more").isBoolean()) {
      ((ObjectNode) body.path("pagination")).put("has_more", false);
    }
    return body;
  }

  /** Returns the answer with a body of its own where JSON without a schema is beside it. */
  private DocumentedAnswer answer(int status) {
    DocumentedAnswer best = null;
    for (DocumentedAnswer answer : operation.answers()) {
      boolean any = answer.isJson() && !document.describes(answer);
      if (answer.status() == status && (best == null || !any)) {
        best = answer;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          operation.id()
              + " has no answer "
              + status
              + " in the document, but "
              + Arrays.stream(statuses())
                  .mapToObj(String::valueOf)
                  .collect(Collectors.joining(", ")));
    }
    return best;
  }
}
