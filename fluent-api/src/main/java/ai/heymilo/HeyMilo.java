// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiCall;
import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.call.RetryingSender;
import ai.heymilo.resources.HeyMiloResources;
import ai.heymilo.transport.CallOptions;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A client for the HeyMilo Public API: make one for a key and share it. All that it hands out
 * shares its connections, its rate limit and its retry budget. Thread-safe.
 *
 * <p>Calls wait for their answer; {@link #async} has the same calls without waiting.
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
   * @return the builder; the API key is what it needs
   */
  public static HeyMiloBuilder builder() {
    return new HeyMiloBuilder();
  }

  /**
   * Returns a client made from the environment: {@code HEYMILO_API_KEY}, and if they are set {@code
   * HEYMILO_BASE_URL} and {@code HEYMILO_WORKSPACE_ID}.
   *
   * @return the client
   * @throws IllegalArgumentException if a variable is missing or cannot be right; the key is not in
   *     the message
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
   * Returns the same client for calls that do not wait.
   *
   * @return the client, on the same connections, limit and budget
   */
  public HeyMiloAsync async() {
    return new HeyMiloAsync(api(), observer -> new HeyMilo(sender.observedBy(observer)).async());
  }

  /**
   * Returns a view of this client with other settings for its calls. It shares everything else, and
   * need not be closed: closing it does nothing.
   *
   * @param options sets what differs
   * @return the view
   */
  public HeyMilo withOptions(Consumer<? super CallOptions.Builder> options) {
    CallOptions.Builder builder = CallOptions.builder();
    options.accept(builder);
    return new HeyMilo(sender.with(builder.build()));
  }

  /**
   * Returns a view for another API key, for example of another tenant. It shares the connections of
   * this client; quota and retry budget are its own, configured alike. Closing it does nothing.
   *
   * @param apiKey visible ASCII characters
   * @return the view
   * @throws IllegalArgumentException if the key cannot be one, or if this client has a rate limiter
   *     of your own, which only you can make another one of
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
    return new HeyMilo(sender.withApiKey(sender.options().rateLimiter(rateLimiter).apiKey(apiKey)));
  }

  /**
   * Makes a call and returns, beside its value, the server's response: status, headers, attempts
   * and raw bytes.
   *
   * <pre>{@code
   * RawResponse<PostingResponse> response = milo.withResponse(m -> m.posting(id).get());
   * }</pre>
   *
   * @param call makes one call; of several, the last response is returned
   * @param <T> what the call returns
   * @return value and response
   * @throws ai.heymilo.errors.HeyMiloException if it did not succeed
   */
  public <T> RawResponse<T> withResponse(Function<? super HeyMilo, ? extends T> call) {
    AtomicReference<ApiResponse<?>> last = new AtomicReference<>();
    T value = call.apply(new HeyMilo(sender.observedBy(last::set)));
    return RawResponse.of(value, last.get());
  }

  /**
   * Returns a call of an operation that this client has no method for; nothing is sent yet.
   *
   * <pre>{@code
   * Map<String, Object> page = milo.call("GET", "/api/v2/new-thing", c -> c.query("limit", 10)).asMap();
   * }</pre>
   *
   * @param method the HTTP method, in capitals
   * @param path the path below the base URL; an id in braces, {@code /things/{id}}, is set by
   *     {@code path("id", value)} and so stays out of messages
   * @param more sets parameters and body
   * @return the call
   * @throws IllegalArgumentException if the path does not begin with a slash, or has a query
   */
  public CustomCall call(String method, String path, Consumer<? super ApiCall.Builder> more) {
    return CustomCall.of(api(), method, path, more);
  }

  /**
   * Returns how much of the rate limit is left.
   *
   * @return a snapshot
   */
  public QuotaStatus quota() {
    return sender.quota();
  }

  /**
   * Closes what this client made, and ends the calls under way with an exception. An {@link
   * java.net.http.HttpClient} that was given to it stays open.
   */
  @Override
  public void close() {
    sender.close();
  }

  /**
   * Closes this client once the calls under way have ended. Meanwhile further calls throw {@link
   * ai.heymilo.errors.ClientClosedException}; an interrupt closes at once.
   *
   * @param atMost how long to wait; calls that take longer end with an exception
   */
  public void close(Duration atMost) {
    sender.close(atMost);
  }
}
