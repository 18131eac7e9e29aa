// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.Transport;
import java.util.function.Consumer;

/** Where a client's requests go, and whether they are checked before. Immutable. */
final class Endpoint {
  private final String baseUrl;
  private final boolean checksLimits;

  Endpoint(String baseUrl, boolean checksLimits) {
    this.baseUrl = baseUrl;
    this.checksLimits = checksLimits;
  }

  boolean checksLimits() {
    return checksLimits;
  }

  /** Returns what sends there, and shows somebody the answers. */
  ApiClient client(Transport transport, Consumer<? super ApiResponse<?>> observer) {
    return ApiClient.builder()
        .httpClient(transport.httpClient())
        .baseUrl(baseUrl)
        .onResponse(observer)
        .build();
  }
}
