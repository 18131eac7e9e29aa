// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import java.util.List;

/**
 * Keeps WireMock from making the HTTP client that it proxies with: the sandbox calls nobody, and
 * the client's trust store is a fifth of the time to start.
 */
final class NoProxying implements HttpClientFactory {
  @Override
  public HttpClient buildHttpClient(
      Options options,
      boolean trustAllCertificates,
      List<String> trustedHosts,
      boolean useSystemProperties) {
    return request -> {
      throw new UnsupportedOperationException("the sandbox does not proxy " + request.getUrl());
    };
  }
}
