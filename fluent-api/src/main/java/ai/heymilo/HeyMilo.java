// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.ApiResponse;
import ai.heymilo.internal.Session;
import ai.heymilo.internal.call.RetryingSender;
import ai.heymilo.postings.Posting;
import ai.heymilo.postings.Postings;
import ai.heymilo.transport.CallOptions;
import ai.heymilo.transport.QuotaStatus;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client for the HeyMilo Public API: make one for a key and share it. All that it hands out
 * shares its connections, its rate limit and its retry budget. Thread-safe.
 *
 * <p>Calls wait for their answer; {@link #async} has the same calls without waiting.
 */
public final class HeyMilo implements AutoCloseable {
  private final RetryingSender sender;
  private final ApiClient api;
  private final Session session;

  HeyMilo(RetryingSender sender) {
    this.sender = sender;
    this.api = ApiClient.builder().sender(sender).baseUrl(sender.options().baseUrl()).build();
    this.session = new Session(api, sender.options());
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
   * Creates and finds interviewers.
   *
   * @return all interviewers of the workspace
   */
  public Postings postings() {
    return new Postings(session);
  }

  /**
   * Returns a handle of one interviewer; nothing is sent.
   *
   * @param id the interviewer's id
   * @return its handle
   * @throws IllegalArgumentException if there can be no such id: empty, dots alone, or with control
   *     characters
   */
  public Posting posting(String id) {
    return postings().posting(id);
  }

  /**
   * Returns the same client for calls that do not wait.
   *
   * @return the client, on the same connections, limit and budget
   */
  public HeyMiloAsync async() {
    return new HeyMiloAsync(session, observer -> new HeyMilo(sender.observedBy(observer)).async());
  }

  /**
   * Returns a view of this client with other settings for its calls. It shares everything else, and
   * closing it closes this client.
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
   * Makes a call and returns, beside its value, the server's response: status, headers, attempts
   * and raw bytes.
   *
   * <pre>{@code
   * RawResponse<PostingResponse> response = milo.withResponse(m -> m.postings().get(id));
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
   * Returns what sends the calls of the generated stubs, so that they can be used with all that
   * this client does: {@code new InterviewersApi(milo.api())}.
   *
   * @return the generated client, on the same connections, limit and budget
   */
  public ApiClient api() {
    return api;
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
   * Closes what this client made. An {@link java.net.http.HttpClient} that was given to it stays
   * open.
   */
  @Override
  public void close() {
    sender.close();
  }
}
