// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers, and a body of JSON, of bytes, or none. */
public final class Reply {
  private static final String CONTENT_TYPE = "Content-Type";

  private final int status;
  private final JsonNode json;
  private final byte[] bytes;
  private final Map<String, String> headers;

  private Reply(int status, JsonNode json, byte[] bytes, Map<String, String> headers) {
    this.status = status;
    this.json = json;
    this.bytes = bytes;
    this.headers = headers;
  }

  /** Returns an answer with JSON. */
  public static Reply of(int status, JsonNode body) {
    return new Reply(status, body, new byte[0], Map.of(CONTENT_TYPE, "application/json"));
  }

  /** Returns an answer with bytes of a media type. */
  public static Reply of(int status, String mediaType, byte[] bytes) {
    return new Reply(status, MissingNode.getInstance(), bytes, Map.of(CONTENT_TYPE, mediaType));
  }

  /** Returns an answer without a body. */
  public static Reply empty(int status) {
    return new Reply(status, MissingNode.getInstance(), new byte[0], Map.of());
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
    return new Reply(status, json, bytes, more);
  }

  /** Returns the same answer with other JSON. */
  public Reply withJson(JsonNode body) {
    return new Reply(status, body, bytes, headers);
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the JSON of the body; a missing node when it is not JSON. */
  public JsonNode body() {
    return json;
  }

  /** Returns the body as it is sent. */
  public byte[] bytes() {
    return json.isMissingNode() ? bytes : json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the headers. */
  public Map<String, String> headers() {
    return headers;
  }
}
