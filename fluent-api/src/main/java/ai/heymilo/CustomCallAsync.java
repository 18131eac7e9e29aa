// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.generated.RawBody;
import ai.heymilo.internal.Calls;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@link CustomCall} as futures, which fail with the exceptions of its methods. Thread-safe. */
public final class CustomCallAsync {
  private final ApiClient client;
  private final ApiCall.Builder call;

  CustomCallAsync(ApiClient client, ApiCall.Builder call) {
    this.client = client;
    this.call = call;
  }

  /**
   * Sends the call and reads the response; see {@link CustomCall#as}.
   *
   * @param type a class of the API's objects, or any class that Jackson can read
   * @param <T> the type of the response's body
   * @return the future body
   */
  public <T> CompletableFuture<T> as(Class<T> type) {
    return Calls.send(client, () -> call.returning(type), ApiResponse::body);
  }

  /**
   * Sends the call and reads the response as a map; see {@link CustomCall#asMap}.
   *
   * @return the future JSON object
   */
  public CompletableFuture<Map<String, @Nullable Object>> asMap() {
    return Calls.send(client, () -> call.returning(CustomCall.map()), ApiResponse::body);
  }

  /**
   * Sends the call and returns the bytes of the response; see {@link CustomCall#asBytes}.
   *
   * @return the future bytes, with their content type
   */
  public CompletableFuture<RawBody> asBytes() {
    return Calls.send(client, call::returningBytes, Calls::bytes);
  }

  /**
   * Sends the call and ignores the body of the response; see {@link CustomCall#send}.
   *
   * @return completes when the call has succeeded
   */
  public CompletableFuture<Void> send() {
    return Calls.send(client, call::returningNothing, response -> response.body());
  }
}
