// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.internal.http.BaseUrls;
import ai.heymilo.internal.http.HeaderRules;
import ai.heymilo.internal.limit.SlidingWindow;
import ai.heymilo.transport.CallListener;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RateLimiter.Priority;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client or view. Immutable: each setter returns a copy, and throws {@link
 * IllegalArgumentException} for an invalid value.
 */
public final class ClientOptions implements Cloneable {
  private static final ClientOptions DEFAULTS = new ClientOptions();

  private @Nullable Supplier<ApiKey> apiKey;
  private Set<String> plainHttpHosts = Set.of();
  private String baseUrl = ApiClient.DEFAULT_BASE_URL;
  private String userAgent = "heymilo-client-java";
  private boolean checksLimits = true;
  private @Nullable HttpClient httpClient;
  private Consumer<HttpClient.Builder> connections = builder -> {};
  private Timeouts timeouts = Timeouts.defaults();
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private @Nullable RateLimiter rateLimiter;
  private List<CallListener> listeners = List.of();
  private @Nullable String workspaceId;
  private Map<String, String> headers = Map.of();
  private boolean retryUpdates;
  private boolean repeatable;
  private Priority priority = Priority.NORMAL;
  private int responseCap = 32 << 20;
  private int errorCap = 2 << 20; // errors repeat the input
  private Time time = Time.system();
  private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

  private ClientOptions() {}

  /** Returns the defaults, without an API key. */
  public static ClientOptions defaults() {
    return DEFAULTS;
  }

  private ClientOptions with(Consumer<ClientOptions> change) {
    try {
      ClientOptions copy = (ClientOptions) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  /** Sets the API key; no message quotes it. */
  public ClientOptions apiKey(@Nullable String key) {
    ApiKey checked = ApiKey.of(key);
    return with(o -> o.apiKey = () -> checked);
  }

  /** Sets the supplier that is asked for the API key before each attempt. */
  public ClientOptions apiKey(Supplier<String> keys) {
    return with(o -> o.apiKey = () -> ApiKey.of(keys.get()));
  }

  /**
   * Returns the API key of an attempt.
   *
   * @throws RuntimeException if there is none
   */
  public ApiKey apiKey() {
    return apiKey == null ? ApiKey.of(null) : apiKey.get();
  }

  /**
   * Checks that there is an API key, or a supplier of one.
   *
   * @throws IllegalArgumentException if not
   */
  public void checkKey() {
    if (apiKey == null) {
      throw new IllegalArgumentException("apiKey must be set");
    }
  }

  /** Sets the server, which is checked when the client is built. */
  public ClientOptions baseUrl(String url) {
    return with(o -> o.baseUrl = url);
  }

  /** Permits plain HTTP to hosts beyond this machine. */
  public ClientOptions plainHttp(String... hosts) {
    Set<String> all = new HashSet<>(plainHttpHosts);
    for (String host : hosts) {
      all.add(host.toLowerCase(Locale.ROOT));
    }
    return with(o -> o.plainHttpHosts = all);
  }

  public String baseUrl() {
    return BaseUrls.check(baseUrl, plainHttpHosts);
  }

  /** Sets the {@code User-Agent}. */
  public ClientOptions userAgent(String agent) {
    return with(o -> o.userAgent = agent);
  }

  /** Sets whether requests are checked against the document's limits before they are sent. */
  public ClientOptions checksLimits(boolean checks) {
    return with(o -> o.checksLimits = checks);
  }

  public boolean checksLimits() {
    return checksLimits;
  }

  /** Sets the caller's own HTTP client, which stays open. */
  public ClientOptions httpClient(HttpClient client) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "httpClient must not follow redirects, because it would send the API key to their target");
    }
    return with(o -> o.httpClient = client);
  }

  /** Returns the caller's own HTTP client; null for the default one. */
  public @Nullable HttpClient httpClient() {
    return httpClient;
  }

  /** Adds settings of the default HTTP client. */
  public ClientOptions connections(Consumer<HttpClient.Builder> settings) {
    return with(o -> o.connections = connections.andThen(settings));
  }

  public Consumer<HttpClient.Builder> connections() {
    return connections;
  }

  public ClientOptions timeouts(Timeouts value) {
    return with(o -> o.timeouts = value);
  }

  public Timeouts timeouts() {
    return timeouts;
  }

  public ClientOptions retryPolicy(RetryPolicy policy) {
    return with(o -> o.retryPolicy = policy);
  }

  public RetryPolicy retryPolicy() {
    return retryPolicy;
  }

  public ClientOptions rateLimiter(RateLimiter limiter) {
    return with(o -> o.rateLimiter = limiter);
  }

  /** Returns the limiter; a new standard one for each call of this method if none is set. */
  public RateLimiter rateLimiter() {
    return rateLimiter == null ? RateLimiter.standard() : rateLimiter;
  }

  /** Returns these options for another key, whose limiter is its own and configured alike. */
  public ClientOptions tenant() {
    if (rateLimiter instanceof SlidingWindow) {
      return rateLimiter(((SlidingWindow) rateLimiter).another());
    }
    if (rateLimiter != null && rateLimiter != RateLimiter.unlimited()) {
      throw new IllegalArgumentException(
          "withApiKey needs a rateLimiter for the key, because this client has one of your own");
    }
    return this;
  }

  /** Adds a listener. */
  public ClientOptions listener(CallListener listener) {
    List<CallListener> more = new ArrayList<>(listeners);
    more.add(listener);
    return with(o -> o.listeners = List.copyOf(more));
  }

  public List<CallListener> listeners() {
    return listeners;
  }

  /**
   * Sets the number of bytes that a successful response may have.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ClientOptions maxResponseBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxResponseBytes must be at least 1, was " + bytes);
    }
    return with(o -> o.responseCap = bytes);
  }

  /** Sets the number of bytes read of an error. */
  public ClientOptions maxErrorBytes(int bytes) {
    return with(o -> o.errorCap = bytes);
  }

  /** Returns the number of bytes read of a response with a status. */
  public int cap(int status) {
    return status < 300 ? responseCap : errorCap;
  }

  /** Sets clock and sleeper. */
  public ClientOptions time(Time clock) {
    return with(o -> o.time = clock);
  }

  public Time time() {
    return time;
  }

  /** Sets the source of jitter: numbers from 0 to 1. */
  public ClientOptions random(DoubleSupplier source) {
    return with(o -> o.random = source);
  }

  public DoubleSupplier random() {
    return random;
  }

  /** Sets the workspace of the calls. */
  public ClientOptions workspaceId(String workspace) {
    if (workspace.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("workspaceId must not hold spaces");
    }
    return with(o -> o.workspaceId = HeaderRules.value("workspaceId", workspace));
  }

  /** Adds a header to the calls. */
  public ClientOptions header(String name, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    String lower = HeaderRules.name(name);
    all.put(lower, HeaderRules.value("header " + lower, value));
    return with(o -> o.headers = all);
  }

  /** Sets whether any write is retried when its fate is unknown. */
  public ClientOptions repeatable(boolean value) {
    return with(o -> o.repeatable = value);
  }

  public boolean repeatable() {
    return repeatable;
  }

  /** Sets whether updates are retried when their fate is unknown. */
  public ClientOptions retryUpdates(boolean value) {
    return with(o -> o.retryUpdates = value);
  }

  public boolean retryUpdates() {
    return retryUpdates;
  }

  public ClientOptions priority(Priority value) {
    return with(o -> o.priority = value);
  }

  public Priority priority() {
    return priority;
  }

  /** Sets the headers that go with every request, beside the call's own. */
  public void setHeaders(HttpRequest.Builder request) {
    request.setHeader("User-Agent", userAgent);
    headers.forEach(request::setHeader);
    if (workspaceId != null) {
      request.setHeader("X-Workspace-Id", workspaceId);
    }
    request.setHeader("Accept-Encoding", "identity"); // bodies are read as they come
  }
}
