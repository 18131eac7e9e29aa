// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import ai.heymilo.sandbox.internal.operations.Refusal;
import org.jspecify.annotations.Nullable;

/** Tells which requests have a key. */
final class ApiKeys {
  private final @Nullable String only;

  ApiKeys(@Nullable String only) {
    this.only = only;
  }

  /**
   * Returns the key of a request.
   *
   * @throws Refusal with status 401 when it has none, or one that is not accepted
   */
  String authenticated(SandboxRequest request) {
    String key = request.header("x-api-key");
    if (key == null || key.isBlank()) {
      throw refusal("api_key_missing", "No API key in X-API-KEY");
    }
    if (only != null && !only.equals(key)) {
      throw refusal("api_key_invalid", "The API key is not valid");
    }
    return key;
  }

  private static Refusal refusal(String code, String message) {
    return Refusal.of(401, "authentication_error", code, message, null);
  }
}
