// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The properties of the client.
 *
 * @param apiKey the key; without it there is no client
 * @param baseUrl the server; {@code https://api.heymilo.ai} if not set
 * @param workspaceId the workspace of all calls; the key's own if not set
 */
@ConfigurationProperties("heymilo")
public record HeyMiloProperties(
    String apiKey, @Nullable String baseUrl, @Nullable String workspaceId) {

  /** Returns all but the key. */
  @Override
  public String toString() {
    return "HeyMiloProperties[baseUrl=" + baseUrl + ", workspaceId=" + workspaceId + "]";
  }
}
