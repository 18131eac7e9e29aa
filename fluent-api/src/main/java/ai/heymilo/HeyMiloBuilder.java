// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.internal.Calls;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.call.RetryingSender;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Configures a {@link HeyMilo}; only the API key is required. Not thread-safe. */
public final class HeyMiloBuilder {
  private ClientOptions options = ClientOptions.defaults().userAgent(UserAgent.value());

  HeyMiloBuilder() {}

  /**
   * Sets the API key, which is sent in the header {@code X-API-KEY} only.
   *
   * @param apiKey visible ASCII characters
   * @return this builder
   */
  public HeyMiloBuilder apiKey(String apiKey) {
    options = options.apiKey(apiKey);
    return this;
  }

  /**
   * Sets a supplier of the API key, called before each attempt, so that keys can be rotated. If it
   * throws or returns an invalid key, the call fails before anything is sent.
   *
   * @param apiKey returns the key without blocking, on any thread
   * @return this builder
   */
  public HeyMiloBuilder apiKey(Supplier<String> apiKey) {
    options = options.apiKey(Calls.notNull("apiKey", apiKey));
    return this;
  }

  /**
   * Permits plain HTTP to hosts beyond this machine, for example to a test server in a container.
   * The API key then travels unencrypted.
   *
   * @param hosts names or addresses as in the base URL, without port
   * @return this builder
   */
  public HeyMiloBuilder permitPlainHttp(String... hosts) {
    options = options.plainHttp(Calls.notNull("hosts", hosts));
    return this;
  }

  /**
   * Sets the server; {@code https://api.heymilo.ai} by default.
   *
   * @param baseUrl HTTPS, unless the host is this machine
   * @return this builder
   */
  public HeyMiloBuilder baseUrl(String baseUrl) {
    options = options.baseUrl(Calls.notNull("baseUrl", baseUrl));
    return this;
  }

  /**
   * Sets the workspace of all calls ({@code X-Workspace-Id}); the key's own by default.
   *
   * @param workspaceId visible ASCII characters
   * @return this builder
   */
  public HeyMiloBuilder workspaceId(String workspaceId) {
    options = options.workspaceId(Calls.notNull("workspaceId", workspaceId));
    return this;
  }

  /**
   * Sets whether requests are checked against the document's limits before they are sent; on by
   * default. Switch it off if the server accepts more than its document allows.
   *
   * @param checks whether to check
   * @return this builder
   */
  public HeyMiloBuilder checkLimits(boolean checks) {
    options = options.checksLimits(checks);
    return this;
  }

  /**
   * Sets the timeouts of connecting, of an attempt and of a call.
   *
   * @param timeouts 10 s, 30 s and 120 s by default
   * @return this builder
   */
  public HeyMiloBuilder timeouts(Timeouts timeouts) {
    options = options.timeouts(Calls.notNull("timeouts", timeouts));
    return this;
  }

  /**
   * Sets the number of bytes that a successful response may have; a longer one fails. 32 MiB by
   * default. Responses are held in memory.
   *
   * @param bytes at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is less than 1
   */
  public HeyMiloBuilder maxResponseBytes(int bytes) {
    options = options.maxResponseBytes(bytes);
    return this;
  }

  /**
   * Sets the number of retries and the waits before them.
   *
   * @param retryPolicy {@link RetryPolicy#defaults} by default
   * @return this builder
   */
  public HeyMiloBuilder retryPolicy(RetryPolicy retryPolicy) {
    options = options.retryPolicy(Calls.notNull("retryPolicy", retryPolicy));
    return this;
  }

  /**
   * Sets the limiter that keeps requests within the server's rate limit.
   *
   * @param rateLimiter 300 requests in 60 s by default
   * @return this builder
   */
  public HeyMiloBuilder rateLimiter(RateLimiter rateLimiter) {
    options = options.rateLimiter(Calls.notNull("rateLimiter", rateLimiter));
    return this;
  }

  /**
   * Registers a listener of calls, attempts and waits.
   *
   * @param listener the listener; it should be quick
   * @return this builder
   */
  public HeyMiloBuilder listener(CallListener listener) {
    options = options.listener(Calls.notNull("listener", listener));
    return this;
  }

  /**
   * Sets the proxy.
   *
   * @param proxy selects the proxy
   * @return this builder
   */
  public HeyMiloBuilder proxy(ProxySelector proxy) {
    Calls.notNull("proxy", proxy);
    options = options.connections(http -> http.proxy(proxy));
    return this;
  }

  /**
   * Sets trusted certificates and the client's own. Certificates are checked on the thread that
   * serves all connections; if the check makes requests (OCSP, for example), set an {@link
   * #executor} too.
   *
   * @param sslContext the context
   * @return this builder
   */
  public HeyMiloBuilder sslContext(SSLContext sslContext) {
    Calls.notNull("sslContext", sslContext);
    options = options.connections(http -> http.sslContext(sslContext));
    return this;
  }

  /**
   * Sets the executor of the JDK's {@link HttpClient}. Without one, the JDK's thread for all
   * connections receives responses. In both cases responses are parsed, and callbacks run, on the
   * thread that waits for a call or on the common pool.
   *
   * @param executor stays open when the client is closed
   * @return this builder
   */
  public HeyMiloBuilder executor(Executor executor) {
    Calls.notNull("executor", executor);
    options = options.connections(http -> http.executor(executor));
    return this;
  }

  /**
   * Sets the HTTP client, in place of proxy, SSL context, executor and connect timeout.
   *
   * @param httpClient must not follow redirects; stays open when the client is closed
   * @return this builder
   */
  public HeyMiloBuilder httpClient(HttpClient httpClient) {
    options = options.httpClient(Calls.notNull("httpClient", httpClient));
    return this;
  }

  /** Applies the environment; an empty variable counts as unset, except for the key. */
  HeyMiloBuilder environment(Map<String, String> environment) {
    String key = environment.get("HEYMILO_API_KEY");
    if (key == null || key.isEmpty()) {
      throw new IllegalArgumentException(
          "HEYMILO_API_KEY is " + (key == null ? "not set" : "empty"));
    }
    apiKey(key);
    String url = environment.getOrDefault("HEYMILO_BASE_URL", "");
    if (!url.isBlank()) {
      baseUrl(url);
    }
    String workspace = environment.getOrDefault("HEYMILO_WORKSPACE_ID", "");
    if (!workspace.isBlank()) {
      workspaceId(workspace);
    }
    return this;
  }

  /**
   * Returns the client.
   *
   * @return a new client
   * @throws IllegalArgumentException if the key is missing, if the key or the workspace has
   *     characters that a header cannot hold, if the base URL is not HTTPS (this machine excepted),
   *     or if settings contradict each other; the message does not contain the key
   */
  public HeyMilo build() {
    options.checkKey();
    return new HeyMilo(RetryingSender.open(options));
  }
}
