// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, JSON, and headers beyond {@code Content-Type}. */
public final class Reply {
  private final int status;
  private final JsonNode body;
  private final Map<String, String> headers;

  private Reply(int status, JsonNode body, Map<String, String> headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** Returns an answer with this body. */
  public static Reply of(int status, JsonNode body) {
    return new Reply(status, body, Map.of());
  }

  /** Returns an answer with {@code data} in the envelope of the document's single responses. */
  public static Reply single(int status, JsonNode data) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("data", data);
    body.putObject("meta");
    return of(status, body);
  }

  /** Returns an answer with one page in the envelope of the document's lists. */
  public static Reply page(ArrayNode data, ObjectNode pagination) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("data", data);
    body.set("pagination", pagination);
    return of(200, body);
  }

  /** Returns the same answer with one more header. */
  public Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, body, more);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the body. */
  public JsonNode body() {
    return body;
  }

  /** Returns the headers beyond {@code Content-Type}. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }
}
