// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.http.LogEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as it arrived at the sandbox. */
public final class ReceivedRequest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LogEntry entry;

  ReceivedRequest(LogEntry entry) {
    this.entry = entry;
  }

  /**
   * Returns the {@code operationId}, empty for a request that the document has no operation for.
   */
  public Optional<String> operationId() {
    return Optional.ofNullable(entry.operation());
  }

  /** Returns the HTTP method, in capitals. */
  public String method() {
    return entry.request().method();
  }

  /** Returns the path as it was sent, percent-encoded and without the query. */
  public String path() {
    return entry.request().path();
  }

  /** Returns the decoded parameters of the query; of one given twice, the last value. */
  public Map<String, String> query() {
    return Map.copyOf(entry.request().query());
  }

  /** Returns a header's first value; {@code name} in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(entry.request().header(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns the headers, by name in lower case: of one given twice, the first value. */
  public Map<String, String> headers() {
    return entry.request().headers();
  }

  /** Returns the body as text, empty when there was none. */
  public String body() {
    return new String(entry.request().body(), StandardCharsets.UTF_8);
  }

  /** Returns the body as JSON; a missing node when it is not JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Returns when it arrived, by the sandbox's clock. */
  public Instant arrival() {
    return entry.arrival();
  }

  /** Returns the {@code X-Request-Id} of its answer, by which errors and the log name it. */
  public String requestId() {
    return entry.id();
  }

  /** Returns the status it was answered with; 0 when the connection was dropped instead. */
  public int status() {
    return entry.status();
  }

  /** Returns the request's line, its status and its id, without headers or body. */
  @Override
  public String toString() {
    StringBuilder query = new StringBuilder();
    entry
        .request()
        .query()
        .forEach(
            (name, value) ->
                query
                    .append(query.length() == 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(value));
    return method()
        + " "
        + path()
        + query
        + " -> "
        + (status() == 0 ? "dropped" : String.valueOf(status()))
        + " "
        + requestId();
  }
}
