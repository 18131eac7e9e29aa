// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A success as the stubs see it. Its request is the one they made, without the API key. */
public final class ReadResponse<T> implements HttpResponse<T> {
  private final HttpRequest request;
  private final HttpResponse<?> response;
  private final @Nullable T body;
  private final int attempts;

  ReadResponse(HttpRequest request, HttpResponse<?> response, @Nullable T body, int attempts) {
    this.request = request;
    this.response = response;
    this.body = body;
    this.attempts = attempts;
  }

  /** Returns how many requests were sent for the call. */
  public int attempts() {
    return attempts;
  }

  @Override
  public int statusCode() {
    return response.statusCode();
  }

  @Override
  public HttpRequest request() {
    return request;
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public HttpHeaders headers() {
    return response.headers();
  }

  @Override
  @SuppressWarnings("NullAway") // null if the handler of the caller made null
  public T body() {
    return body;
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return response.sslSession();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public HttpClient.Version version() {
    return response.version();
  }

  @Override
  public String toString() {
    return "HttpResponse[" + statusCode() + "]";
  }
}
