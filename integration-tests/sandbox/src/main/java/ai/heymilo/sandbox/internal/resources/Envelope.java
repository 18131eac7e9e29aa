// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.resources;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.document.DocumentedAnswer;
import ai.heymilo.sandbox.internal.examples.Shapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The answer of an operation's success: status, media type, and what is in it. */
public final class Envelope {
  private final @Nullable DocumentedAnswer answer;
  private final JsonNode schema;
  private final JsonNode content;
  private final boolean wrapped;
  private final JsonNode item;

  private Envelope(
      @Nullable DocumentedAnswer answer,
      JsonNode schema,
      JsonNode content,
      boolean wrapped,
      JsonNode item) {
    this.answer = answer;
    this.schema = schema;
    this.content = content;
    this.wrapped = wrapped;
    this.item = item;
  }

  /** Reads the success of an operation. */
  static Envelope of(ApiOperation operation, ApiDocument document, Shapes shapes, Mould mould) {
    DocumentedAnswer answer = success(operation, document);
    JsonNode schema =
        answer != null && answer.isJson()
            ? document.at(answer.schema())
            : MissingNode.getInstance();
    JsonNode data = mould.value(shapes.of(schema)).path("properties").path("data");
    boolean wrapped = !data.isMissingNode();
    JsonNode content = wrapped ? data : schema;
    ObjectNode shape = mould.value(shapes.of(content));
    boolean many = shape.path("type").asText().equals("array") || shape.has("items");
    JsonNode item = many ? shape.path("items") : MissingNode.getInstance();
    return new Envelope(answer, schema, content, wrapped, item);
  }

  /**
   * Returns the first documented success that has a body, else the first success, else the first
   * redirect; null when the document has none of those. JSON without a schema beside another type
   * or a redirect is what FastAPI adds by default, and not what is sent.
   */
  public static @Nullable DocumentedAnswer success(ApiOperation operation, ApiDocument document) {
    DocumentedAnswer best = null;
    int rank = Integer.MAX_VALUE;
    boolean redirects = operation.answers().stream().anyMatch(one -> one.status() / 100 == 3);
    for (DocumentedAnswer answer : operation.answers()) {
      int status = answer.status();
      int next =
          status >= 400 || status < 200
              ? Integer.MAX_VALUE
              : status >= 300
                  ? 4
                  : answer.mediaType().isEmpty()
                      ? 3
                      : !answer.isJson() || document.describes(answer) ? 1 : redirects ? 5 : 2;
      if (next < rank) {
        best = answer;
        rank = next;
      }
    }
    return best;
  }

  @Nullable DocumentedAnswer answer() {
    return answer;
  }

  boolean isJson() {
    return answer != null && answer.isJson();
  }

  /** Returns the schema of the whole body. */
  JsonNode schema() {
    return schema;
  }

  /** Returns the schema of {@code data}, of the whole body where there is none. */
  JsonNode content() {
    return content;
  }

  /** Returns whether {@link #content} is a part of the body, {@code data}. */
  boolean isWrapped() {
    return wrapped;
  }

  /** Returns whether the content is a list. */
  boolean isList() {
    return !item.isMissingNode();
  }

  /** Returns the schema of the list's items, or of the content when it is not a list. */
  JsonNode item() {
    return isList() ? item : content;
  }
}
