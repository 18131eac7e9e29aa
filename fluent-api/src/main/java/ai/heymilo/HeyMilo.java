// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.Calls;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.call.RetryingSender;
import ai.heymilo.resources.HeyMiloResources;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A client for the HeyMilo Public API: create one for a key and share it. Its resources and views
 * share connections, rate limit and retry budget. Thread-safe.
 *
 * <p>Calls block until the response arrives; {@link #async} has the same calls as futures.
 */
public final class HeyMilo extends HeyMiloResources implements AutoCloseable {
  private final RetryingSender sender;

  HeyMilo(RetryingSender sender) {
    super(ApiClient.builder().sender(sender).baseUrl(sender.options().baseUrl()).build());
    this.sender = sender;
  }

  /**
   * Returns a builder of a client.
   *
   * @return the builder; only the API key is required
   */
  public static HeyMiloBuilder builder() {
    return new HeyMiloBuilder();
  }

  /**
   * Creates a client from the environment: {@code HEYMILO_API_KEY}, and if they are set {@code
   * HEYMILO_BASE_URL} and {@code HEYMILO_WORKSPACE_ID}.
   *
   * @return the client
   * @throws IllegalArgumentException if a variable is missing or invalid; the message does not
   *     contain the key
   */
  public static HeyMilo fromEnv() {
    return builder().environment(System.getenv()).build();
  }

  /**
   * Returns the version of the vendor's document that this client was generated from.
   *
   * @return for example {@code 2.0.0}
   */
  public static String specVersion() {
    return ApiClient.SPEC_VERSION;
  }

  /**
   * Returns the SHA-256 of the vendor's document that this client was generated from.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public static String specSha256() {
    return ApiClient.SPEC_SHA256;
  }

  /**
   * Returns the same client for asynchronous calls.
   *
   * @return the client, with the same connections, limit and budget
   */
  public HeyMiloAsync async() {
    return new HeyMiloAsync(api(), observer -> new HeyMilo(sender.observedBy(observer)).async());
  }

  /**
   * Returns a view of this client with other settings for its calls. It shares everything else;
   * closing it does nothing.
   *
   * @param options sets the options that differ
   * @return the view
   */
  public HeyMilo withOptions(Consumer<? super CallOptions> options) {
    CallOptions view = new CallOptions(sender.options());
    options.accept(view);
    return new HeyMilo(sender.with(view.options()));
  }

  /**
   * Returns a view for another API key, for example of another tenant. It shares the connections of
   * this client; quota and retry budget are its own, configured alike. Closing it does nothing.
   *
   * @param apiKey visible ASCII characters
   * @return the view
   * @throws IllegalArgumentException if the key is invalid, or if this client has a rate limiter of
   *     your own: then use {@link #withApiKey(Supplier, RateLimiter)}
   */
  public HeyMilo withApiKey(String apiKey) {
    return new HeyMilo(sender.withApiKey(sender.options().tenant().apiKey(apiKey)));
  }

  /**
   * Returns a view for another API key, with a rate limiter for that key.
   *
   * @param apiKey returns the key, as in {@link HeyMiloBuilder#apiKey(java.util.function.Supplier)}
   * @param rateLimiter the limiter of that key
   * @return the view
   */
  public HeyMilo withApiKey(Supplier<String> apiKey, RateLimiter rateLimiter) {
    Calls.notNull("apiKey", apiKey);
    ClientOptions limited = sender.options().rateLimiter(Calls.notNull("rateLimiter", rateLimiter));
    return new HeyMilo(sender.withApiKey(limited.apiKey(apiKey)));
  }

  /**
   * Makes a call and returns its value with the server's response: status, headers, attempts and
   * raw bytes.
   *
   * <pre>{@code
   * RawResponse<PostingResponse> response = milo.withResponse(m -> m.posting(id).get());
   * }</pre>
   *
   * @param call makes one call; of several, the last response is returned
   * @param <T> what the call returns
   * @return value and response
   * @throws ai.heymilo.errors.HeyMiloException if it fails
   */
  public <T> RawResponse<T> withResponse(Function<? super HeyMilo, ? extends T> call) {
    AtomicReference<ApiResponse<?>> last = new AtomicReference<>();
    T value = call.apply(new HeyMilo(sender.observedBy(last::set)));
    return RawResponse.of(value, last.get());
  }

  /**
   * Prepares a call of an operation that this client has no method for; nothing is sent yet.
   *
   * <pre>{@code
   * Map<String, Object> page = milo.call("GET", "/api/v2/new-thing", c -> c.query("limit", 10)).asMap();
   * }</pre>
   *
   * @param method the HTTP method, in capitals
   * @param path the path below the base URL; an id in braces, {@code /things/{id}}, is set by
   *     {@code path("id", value)} and does not appear in messages
   * @param more sets parameters and body
   * @return the call
   * @throws IllegalArgumentException if the path does not begin with a slash, or has a query
   */
  public CustomCall call(String method, String path, Consumer<? super ApiCall.Builder> more) {
    return CustomCall.of(api(), method, path, more);
  }

  /**
   * Returns the state of the rate limit.
   *
   * @return a snapshot
   */
  public QuotaStatus quota() {
    return sender.quota();
  }

  /**
   * Closes the connections, and ends the calls under way with an exception. No thread of the client
   * outlives it. The JDK keeps two daemon threads: its timer, and before JDK 21 the thread of the
   * connections until the garbage collector runs; {@code mvn exec:java} waits for them unless
   * {@code -Dexec.cleanupDaemonThreads=false} is set. An {@link java.net.http.HttpClient} of your
   * own stays open.
   */
  @Override
  public void close() {
    sender.close();
  }

  /**
   * Closes this client once the calls under way have ended. Meanwhile new calls throw {@link
   * ai.heymilo.errors.ClientClosedException}; an interrupt closes at once.
   *
   * @param atMost the longest wait; calls that take longer end with an exception
   */
  public void close(Duration atMost) {
    sender.close(atMost);
  }
}
