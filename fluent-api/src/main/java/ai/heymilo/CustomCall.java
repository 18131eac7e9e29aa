// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.RawBody;
import ai.heymilo.generated.model.Readers;
import ai.heymilo.generated.model.ValueReader;
import ai.heymilo.internal.Calls;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of an operation that this client has no method for, with the retries, limits and typed
 * errors of all calls. {@link HeyMilo#call} creates it; nothing is sent before one of the methods
 * here is called. A POST or PATCH is not repeated when it may have been applied. Thread-safe.
 */
public final class CustomCall {
  private final ApiClient client;
  private final ApiCall.Builder call;

  private CustomCall(ApiClient client, ApiCall.Builder call) {
    this.client = client;
    this.call = call;
  }

  static CustomCall of(
      ApiClient client, String method, String path, Consumer<? super ApiCall.Builder> more) {
    Calls.notNull("method", method);
    if (!Calls.notNull("path", path).startsWith("/") || path.indexOf('?') >= 0) {
      throw new IllegalArgumentException(
          "path must begin with / and have no query, which call.query(name, value) sets");
    }
    ApiCall.Builder call = client.call(new Operation(method + " " + path, method, path));
    more.accept(call);
    return new CustomCall(client, call);
  }

  /**
   * Sends the call and reads the response.
   *
   * @param type a class of the API's objects, or any class that Jackson can read
   * @param <T> the type of the response's body
   * @return the response's body
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public <T> T as(Class<T> type) {
    return client.send(call.returning(type)).body();
  }

  /**
   * Sends the call and reads the response as a map.
   *
   * @return the JSON object; its values are null, booleans, numbers, strings, lists and maps
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public Map<String, @Nullable Object> asMap() {
    return client.send(call.returning(map())).body();
  }

  /**
   * Sends the call and returns the bytes of the response.
   *
   * @return the bytes, with their content type
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public RawBody asBytes() {
    return Calls.bytes(client.send(call.returningBytes()));
  }

  /**
   * Sends the call and ignores the body of the response.
   *
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public void send() {
    client.send(call.returningNothing());
  }

  CustomCallAsync async() {
    return new CustomCallAsync(client, call);
  }

  static ValueReader<Map<String, @Nullable Object>> map() {
    return Readers.map(Readers.any());
  }
}
