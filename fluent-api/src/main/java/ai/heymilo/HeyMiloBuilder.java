// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.internal.BaseUrls;
import ai.heymilo.internal.HeaderValues;
import ai.heymilo.internal.OwnClient;
import ai.heymilo.internal.Transport;
import ai.heymilo.internal.TransportOptions;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Says what a {@link HeyMilo} is to be; only the API key is required. Not thread-safe. */
public final class HeyMiloBuilder {
  private final List<CallListener> listeners = new ArrayList<>();
  private @Nullable String apiKey;
  private String baseUrl = ApiClient.DEFAULT_BASE_URL;
  private @Nullable String workspaceId;
  private boolean checksLimits = true;
  private Timeouts timeouts = Timeouts.defaults();
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private @Nullable RateLimiter rateLimiter;
  private @Nullable HttpClient httpClient;
  private @Nullable ProxySelector proxy;
  private @Nullable SSLContext sslContext;
  private @Nullable Executor executor;

  HeyMiloBuilder() {}

  /**
   * Sets the key, which goes in the header {@code X-API-KEY} and nowhere else.
   *
   * @param apiKey visible ASCII characters
   * @return this builder
   */
  public HeyMiloBuilder apiKey(String apiKey) {
    this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
    return this;
  }

  /**
   * Sets the server; {@code https://api.heymilo.ai} by default.
   *
   * @param baseUrl HTTPS, unless the host is this machine
   * @return this builder
   */
  public HeyMiloBuilder baseUrl(String baseUrl) {
    this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
    return this;
  }

  /**
   * Sets the workspace of all calls ({@code X-Workspace-Id}); the key's own by default.
   *
   * @param workspaceId visible ASCII characters
   * @return this builder
   */
  public HeyMiloBuilder workspaceId(String workspaceId) {
    this.workspaceId = Objects.requireNonNull(workspaceId, "workspaceId");
    return this;
  }

  /**
   * Says whether requests are checked against the document's limits before they are sent; they are
   * by default. Switch it off when the server is more generous than its document.
   *
   * @param checks whether to check
   * @return this builder
   */
  public HeyMiloBuilder checkLimits(boolean checks) {
    this.checksLimits = checks;
    return this;
  }

  /**
   * Sets how long connecting, an attempt and a whole call may take.
   *
   * @param timeouts 10 s, 30 s and 120 s by default
   * @return this builder
   */
  public HeyMiloBuilder timeouts(Timeouts timeouts) {
    this.timeouts = Objects.requireNonNull(timeouts, "timeouts");
    return this;
  }

  /**
   * Sets what is tried again, how often, and after which waits.
   *
   * @param retryPolicy {@link RetryPolicy#defaults} by default
   * @return this builder
   */
  public HeyMiloBuilder retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
    return this;
  }

  /**
   * Sets what holds requests back so that the server's limit is kept.
   *
   * @param rateLimiter 300 requests in 60 s by default
   * @return this builder
   */
  public HeyMiloBuilder rateLimiter(RateLimiter rateLimiter) {
    this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
    return this;
  }

  /**
   * Adds somebody to be told of calls, attempts and waits.
   *
   * @param listener the listener; it should be quick
   * @return this builder
   */
  public HeyMiloBuilder listener(CallListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets the way to the server.
   *
   * @param proxy chooses the proxy
   * @return this builder
   */
  public HeyMiloBuilder proxy(ProxySelector proxy) {
    this.proxy = Objects.requireNonNull(proxy, "proxy");
    return this;
  }

  /**
   * Sets what certificates are trusted, and which one is shown. Certificates are checked on the one
   * thread that serves all connections; where that asks others (OCSP, say), set an {@link
   * #executor} too.
   *
   * @param sslContext the context
   * @return this builder
   */
  public HeyMiloBuilder sslContext(SSLContext sslContext) {
    this.sslContext = Objects.requireNonNull(sslContext, "sslContext");
    return this;
  }

  /**
   * Sets the threads that the JDK's {@link HttpClient} hands what it receives to. Without, its one
   * thread for all connections takes answers in itself; either way they are read, and callbacks
   * run, elsewhere: in the thread that waits for a call, or in one of the common pool.
   *
   * @param executor stays open when the client is closed
   * @return this builder
   */
  public HeyMiloBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Sets the client that sends, in place of proxy, SSL context, executor and connect timeout.
   *
   * @param httpClient must not follow redirects; stays open when the client is closed
   * @return this builder
   */
  public HeyMiloBuilder httpClient(HttpClient httpClient) {
    this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
    return this;
  }

  HeyMiloBuilder environment(Map<String, String> environment) {
    this.apiKey = environment.get("HEYMILO_API_KEY");
    if (apiKey == null) {
      throw new IllegalArgumentException("the environment has no HEYMILO_API_KEY");
    }
    this.baseUrl = environment.getOrDefault("HEYMILO_BASE_URL", baseUrl);
    this.workspaceId = environment.get("HEYMILO_WORKSPACE_ID");
    return this;
  }

  /**
   * Returns the client.
   *
   * @return a new client
   * @throws IllegalArgumentException if the key is missing, if the key or the workspace has
   *     characters that a header cannot hold, if the base URL is not HTTPS (this machine excepted),
   *     or if settings contradict each other; the key is not in the message
   */
  public HeyMilo build() {
    BaseUrls.check(baseUrl);
    TransportOptions.Builder options =
        TransportOptions.builder(HeaderValues.check("apiKey", apiKey))
            .workspaceId(workspaceId)
            .userAgent(UserAgent.value())
            .timeouts(timeouts)
            .retryPolicy(retryPolicy)
            .limiter(rateLimiter);
    listeners.forEach(options::listener);
    if (httpClient != null) {
      options.delegate(httpClient);
    } else {
      options.own(ownHttpClient());
    }
    return new HeyMilo(Transport.open(options.build()), baseUrl, checksLimits);
  }

  private HttpClient.Builder ownHttpClient() {
    HttpClient.Builder http = OwnClient.builder(timeouts.connect());
    if (proxy != null) {
      http.proxy(proxy);
    }
    if (sslContext != null) {
      http.sslContext(sslContext);
    }
    if (executor != null) {
      http.executor(executor);
    }
    return http;
  }
}
