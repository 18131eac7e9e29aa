// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.http.SandboxRequest;
import ai.heymilo.sandbox.internal.http.SandboxServer;
import ai.heymilo.sandbox.internal.operations.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Fills a sandbox with something to look at, through its own operations. */
final class Demo {
  private static final String POSTINGS = "/api/v2/postings";

  private final HeyMiloSandbox sandbox;
  private final SandboxServer server;

  Demo(HeyMiloSandbox sandbox, SandboxServer server) {
    this.sandbox = sandbox;
    this.server = server;
  }

  void fill() {
    sandbox.template("IT_demo");
    sandbox.atsTemplate("IT_demo_ats");
    for (JsonNode entry : read()) {
      String path = POSTINGS + "/" + post(POSTINGS, entry.path("posting")).at("/data/id").asText();
      if (entry.path("activate").asBoolean()) {
        post(path + "/activate", JsonNodeFactory.instance.objectNode());
      }
      if (!entry.path("candidates").isEmpty()) {
        JsonNode body = JsonNodeFactory.instance.objectNode().set("data", entry.path("candidates"));
        move(post(path + "/candidates/bulk", body).path("data"));
      }
    }
    server.log().clear();
  }

  /** Leaves the candidates at different places: completed, in progress, knocked out, pending. */
  private void move(JsonNode ingested) {
    for (int i = 0; i < ingested.size(); i++) {
      SandboxCandidate candidate = sandbox.candidate(ingested.get(i).path("interview_id").asText());
      switch (i % 4) {
        case 0:
          candidate.complete(87.5);
          break;
        case 1:
          candidate.completeStep();
          break;
        case 2:
          candidate.knockOut();
          break;
        default:
          // stays pending
      }
    }
  }

  private JsonNode post(String path, JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("x-api-key", sandbox.apiKey());
    Reply reply = server.serve(SandboxRequest.of("POST", path, headers, bytes)).reply();
    if (reply.status() >= 300) {
      throw new IllegalStateException("the demo was refused: " + reply.body());
    }
    return reply.body();
  }

  private static JsonNode read() {
    try (InputStream in = Demo.class.getResourceAsStream("demo.json")) {
      if (in == null) {
        throw new IllegalStateException("demo.json is not beside " + Demo.class.getName());
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
