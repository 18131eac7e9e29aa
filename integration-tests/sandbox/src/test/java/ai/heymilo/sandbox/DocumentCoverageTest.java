// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.http.RateLimiter;
import ai.heymilo.sandbox.internal.http.SandboxRequest;
import ai.heymilo.sandbox.internal.http.SandboxServer;
import ai.heymilo.sandbox.internal.operations.Operations;
import ai.heymilo.sandbox.internal.operations.Reply;
import ai.heymilo.sandbox.internal.state.Store;
import ai.heymilo.spec.BundledDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentCoverageTest {

  @Test
  void noHandlerIsLeftOverFromAnOperationThatIsGone() {
    ApiDocument document = ApiDocument.bundled();

    assertThat(Operations.on(store(document), document).keySet())
        .isSubsetOf(document.operations().stream().map(ApiOperation::id).toList());
  }

  @Test
  void actionOnPostingsThatNobodyWroteAnswersThePosting() {
    ApiDocument document =
        ApiDocument.of(
            edited("\"operationId\":\"archivePosting\"", "\"operationId\":\"sealPosting\""));
    SandboxServer server = server(document);
    String body = "{\"title\":\"Engineer\",\"workflow\":[]}";
    String id = serve(server, "POST", "/api/v2/postings", body).body().at("/data/id").asText();

    Reply sealed = serve(server, "POST", "/api/v2/postings/" + id + "/archive", "");
    Reply missing = serve(server, "POST", "/api/v2/postings/other/archive", "");

    assertThat(sealed.status()).isEqualTo(200);
    assertThat(sealed.body().at("/data/title").asText()).isEqualTo("Engineer");
    assertThat(missing.status()).isEqualTo(404);
  }

  @Test
  void fieldThatPostingsGainIsCarriedAndLeftOutWhereItIsNotSet() {
    JsonNode more = bundled();
    for (String schema : List.of("CreatePostingRequest", "PostingResponse")) {
      ((ObjectNode) more.at("/components/schemas/" + schema + "/properties"))
          .putObject("colour")
          .put("type", "string");
    }
    ApiDocument document = ApiDocument.of(more.toString().getBytes(StandardCharsets.UTF_8));
    String rest = "\"title\":\"Engineer\",\"workflow\":[{\"type\":\"form\"}]}";

    Reply set = serve(document, "POST", "/api/v2/postings", "{\"colour\":\"red\"," + rest);
    Reply unset = serve(document, "POST", "/api/v2/postings", "{" + rest);

    assertThat(set.status()).isEqualTo(201);
    assertThat(set.body().at("/data/posting/colour").asText()).isEqualTo("red");
    assertThat(unset.status()).isEqualTo(201);
    assertThat(unset.body().at("/data/posting").has("colour")).isFalse();
  }

  @Test
  void answerThatDriftsFromTheDocumentFailsLoudly() {
    JsonNode more = bundled();
    ((ObjectNode) more.at("/components/schemas/PostingURLs/properties"))
        .putObject("review_url")
        .put("type", "integer");
    ApiDocument document = ApiDocument.of(more.toString().getBytes(StandardCharsets.UTF_8));

    Reply reply =
        serve(
            document,
            "POST",
            "/api/v2/postings",
            "{\"title\":\"Engineer\",\"workflow\":[{\"type\":\"form\"}]}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body().at("/error/code").asText()).isEqualTo("sandbox_drifted");
    assertThat(reply.body().at("/error/message").asText())
        .contains("createPosting", "201", "review_url", "integer");
  }

  @Test
  void constantsAndRequiredFieldsOfAnAnswerAreTheDocuments() {
    JsonNode more = bundled();
    ObjectNode posting = (ObjectNode) more.at("/components/schemas/PostingResponse");
    ((ObjectNode) posting.at("/properties/object")).put("const", "interviewer");
    ((ObjectNode) posting.path("properties")).putObject("seats").put("type", "integer");
    posting.withArray("required").add("seats");
    ApiDocument document = ApiDocument.of(more.toString().getBytes(StandardCharsets.UTF_8));

    Reply reply =
        serve(document, "POST", "/api/v2/postings", "{\"title\":\"Engineer\",\"workflow\":[]}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body().at("/data/posting/object").asText()).isEqualTo("interviewer");
    assertThat(reply.body().at("/data/posting/seats").isIntegralNumber()).isTrue();
  }

  @Test
  void whatIsNotValidlyEncodedIsTakenAsItIs() {
    ApiDocument document = ApiDocument.bundled();

    assertThat(serve(document, "GET", "/api/v2/postings?title=100%", "").status()).isEqualTo(200);
    assertThat(
            serve(document, "GET", "/api/v2/postings/%zz+", "")
                .body()
                .at("/error/message")
                .asText())
        .endsWith(": %zz%2B");
  }

  private static Reply serve(ApiDocument document, String method, String path, String body) {
    return serve(server(document), method, path, body);
  }

  private static SandboxServer server(ApiDocument document) {
    RateLimiter unlimited = new RateLimiter(Clock.systemUTC());
    return new SandboxServer(document, store(document), null, unlimited, false);
  }

  private static Reply serve(SandboxServer server, String method, String path, String body) {
    return server
        .serve(
            SandboxRequest.of(
                method, path, Map.of("x-api-key", "any"), body.getBytes(StandardCharsets.UTF_8)))
        .reply();
  }

  private static Store store(ApiDocument document) {
    return new Store(document, Clock.systemUTC(), null, false, true);
  }

  /** Edits the document without its spaces. */
  private static byte[] edited(String from, String to) {
    String text = bundled().toString();
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode bundled() {
    try {
      return new ObjectMapper().readTree(BundledDocument.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
