// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.transport.CallOptions;
import ai.heymilo.transport.RateLimiter.Priority;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the calls of one view have in common: the client's settings with the view's on top.
 * Immutable.
 */
final class Settings {
  private final Duration attemptTimeout;
  private final Duration callTimeout;
  private final boolean retryUpdates;
  private final Priority priority;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Settings(TransportOptions client, CallOptions view) {
    this.attemptTimeout =
        view.attemptTimeout() != null ? view.attemptTimeout() : client.timeouts().attempt();
    this.callTimeout = view.callTimeout() != null ? view.callTimeout() : client.timeouts().call();
    this.retryUpdates = view.retryUpdates() != null && view.retryUpdates();
    this.priority = view.priority() != null ? view.priority() : Priority.NORMAL;
    headers.put("User-Agent", client.userAgent());
    headers.putAll(view.headers());
    String workspaceId = view.workspaceId() != null ? view.workspaceId() : client.workspaceId();
    if (workspaceId != null) {
      headers.put("X-Workspace-Id", workspaceId);
    }
    headers.put("X-API-KEY", client.apiKey());
  }

  Duration attemptTimeout() {
    return attemptTimeout;
  }

  Duration callTimeout() {
    return callTimeout;
  }

  boolean retryUpdates() {
    return retryUpdates;
  }

  Priority priority() {
    return priority;
  }

  /** Returns what goes on the wire for a request: with the API key, and to be sent once. */
  HttpRequest complete(HttpRequest request, Duration timeout) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(timeout);
    request
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    headers.forEach(builder::setHeader);
    HttpRequest.BodyPublisher body = request.bodyPublisher().orElseGet(BodyPublishers::noBody);
    return builder.method(request.method(), new SendOnce(body)).build();
  }
}
