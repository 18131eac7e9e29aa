// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.ReadResponse;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a call returned, and the server's answer that it came from; {@link HeyMilo#withResponse}
 * makes it. Immutable.
 *
 * @param <T> what the call returned
 */
public final class Answer<T> {
  private final T value;
  private final ApiResponse<?> response;

  private Answer(T value, ApiResponse<?> response) {
    this.value = value;
    this.response = response;
  }

  static <T> Answer<T> of(T value, @Nullable ApiResponse<?> response) {
    if (response == null) {
      throw new IllegalStateException("the function made no call that got an answer");
    }
    return new Answer<>(value, response);
  }

  /**
   * Returns what the call returned.
   *
   * @return the value
   */
  public T value() {
    return value;
  }

  /**
   * Returns the HTTP status.
   *
   * @return 200–299
   */
  public int status() {
    return response.status();
  }

  /**
   * Returns the headers of the answer.
   *
   * @return the headers
   */
  public HttpHeaders headers() {
    return response.headers();
  }

  /**
   * Returns how many requests were sent for the call.
   *
   * @return at least 1
   */
  public int attempts() {
    HttpResponse<?> http = response.httpResponse();
    return http instanceof ReadResponse ? ((ReadResponse<?>) http).attempts() : 1;
  }

  /**
   * Returns the body of the answer as it came.
   *
   * @return a copy of the bytes
   */
  public byte[] rawBody() {
    return response.rawBody();
  }
}
