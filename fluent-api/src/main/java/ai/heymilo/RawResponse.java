// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiResponse;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The value of a call with the server's response: {@link HeyMilo#withResponse}. Immutable.
 *
 * @param <T> the value
 */
public final class RawResponse<T> {
  private final T value;
  private final ApiResponse<?> response;

  private RawResponse(T value, ApiResponse<?> response) {
    this.value = value;
    this.response = response;
  }

  static <T> RawResponse<T> of(T value, @Nullable ApiResponse<?> response) {
    if (response == null) {
      throw new IllegalStateException("the function made no call that got a response");
    }
    return new RawResponse<>(value, response);
  }

  /**
   * Returns the value of the call.
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
   * Returns the headers of the response.
   *
   * @return the headers
   */
  public HttpHeaders headers() {
    return response.headers();
  }

  /**
   * Returns the number of requests sent for the call.
   *
   * @return at least 1
   */
  public int attempts() {
    return response.attempts();
  }

  /**
   * Returns the unparsed body of the response.
   *
   * @return a copy of the bytes
   */
  public byte[] rawBody() {
    return response.rawBody();
  }
}
