// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

/** Talks to a sandbox as a client without knowledge of it would. */
final class Http {
  static final String POSTINGS = "/api/v2/postings";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** An answer, read. */
  record Answer(HttpResponse<String> response, JsonNode json) {
    int status() {
      return response.statusCode();
    }

    JsonNode at(String pointer) {
      return json.at(pointer);
    }

    String text(String pointer) {
      return json.at(pointer).asText();
    }
  }

  private final HeyMiloSandbox sandbox;

  Http(HeyMiloSandbox sandbox) {
    this.sandbox = sandbox;
  }

  Answer get(String path) {
    return send(request -> request.GET(), path);
  }

  Answer post(String path) {
    return send(request -> request.POST(HttpRequest.BodyPublishers.noBody()), path);
  }

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  Answer send(String method, String path, String json) {
    return send(
        request ->
            request
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))),
        path);
  }

  Answer send(Consumer<HttpRequest.Builder> how, String path) {
    return sendRaw(
        request -> {
          request.header("X-API-KEY", sandbox.apiKey());
          how.accept(request);
        },
        path);
  }

  Answer sendRaw(Consumer<HttpRequest.Builder> how, String path) {
    try {
      return exchange(how, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer exchange(Consumer<HttpRequest.Builder> how, String path) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path));
    how.accept(request);
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(response, json ? JSON.readTree(response.body()) : JSON.missingNode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Creates a posting with a résumé step and a web interview; returns its id. */
  String draft(String title) {
    Answer created =
        post(
            POSTINGS,
            "{'title':'" + title + "','workflow':[{'type':'resume'},{'type':'web_interview'}]}");
    if (created.status() != 201) {
      throw new AssertionError(created.json().toPrettyString());
    }
    return created.text("/data/id");
  }

  /** Creates a posting and activates it; returns its id. */
  String active(String title) {
    String id = draft(title);
    Answer activated = post(POSTINGS + "/" + id + "/activate");
    if (activated.status() != 200) {
      throw new AssertionError(activated.json().toPrettyString());
    }
    return id;
  }
}
