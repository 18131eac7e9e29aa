// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is valid by the document's schemas. */
public final class Call {
  private final Map<String, String> path;
  private final Map<String, JsonNode> query;
  private final JsonNode body;

  /**
   * Returns a call.
   *
   * @param body the body, a missing node for an operation without one
   */
  public Call(Map<String, String> path, Map<String, JsonNode> query, JsonNode body) {
    this.path = path;
    this.query = query;
    this.body = body;
  }

  /** Returns the value of a parameter of the path. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path has no parameter " + name);
    }
    return value;
  }

  /** Returns the value of a parameter of the query, or its default; a missing node for none. */
  public JsonNode query(String name) {
    return query.getOrDefault(name, MissingNode.getInstance());
  }

  /** Returns the text of a parameter of the query, null when it was not given. */
  public @Nullable String text(String name) {
    return query.containsKey(name) ? query(name).asText() : null;
  }

  /** Returns the body. */
  public JsonNode body() {
    return body;
  }
}
