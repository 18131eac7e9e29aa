// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is valid by the document's schemas. */
public final class Call {
  private final Route route;
  private final Map<String, JsonNode> sent;
  private final Map<String, JsonNode> defaults;
  private final JsonNode body;

  /**
   * Returns a call.
   *
   * @param sent the parameters of the query that the request has
   * @param defaults the document's defaults for those that it does not have
   * @param body the body, a missing node when there is none or it is not JSON
   */
  public Call(
      Route route, Map<String, JsonNode> sent, Map<String, JsonNode> defaults, JsonNode body) {
    this.route = route;
    this.sent = sent;
    this.defaults = defaults;
    this.body = body;
  }

  /** Returns the operation and the path. */
  public Route route() {
    return route;
  }

  /** Returns the value of a parameter of the path. */
  public String path(String name) {
    String value = route.pathValues().get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path has no parameter " + name);
    }
    return value;
  }

  /** Returns the parameters of the query that the request has. */
  public Map<String, JsonNode> sent() {
    return sent;
  }

  /** Returns the value of a parameter of the query, or its default; a missing node for none. */
  public JsonNode query(String name) {
    JsonNode value = sent.getOrDefault(name, defaults.get(name));
    return value == null ? MissingNode.getInstance() : value;
  }

  /** Returns the text of a parameter of the query, null when it was not given. */
  public @Nullable String text(String name) {
    JsonNode value = query(name);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }

  /** Returns the body. */
  public JsonNode body() {
    return body;
  }

  /** Returns a number that is the same for equal requests. */
  public long seed() {
    return (route.operation().id() + route.path() + sent + body).hashCode();
  }
}
