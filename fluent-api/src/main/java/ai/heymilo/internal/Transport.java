// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.transport.Budget;
import ai.heymilo.transport.CallOptions;
import ai.heymilo.transport.Timeouts;
import java.net.http.HttpClient;

/**
 * Sends the requests of stubs: with the API key, within the rate limit, again where that is safe,
 * and no longer than it may take. Thread-safe.
 */
public final class Transport implements AutoCloseable {
  private final Core core;
  private final CallOptions options;
  private final HttpClient httpClient;

  private Transport(Core core, CallOptions options) {
    this.core = core;
    this.options = options;
    this.httpClient = new CallingClient(core, new Settings(core.options(), options));
  }

  /** Opens a transport. */
  public static Transport open(TransportOptions options) {
    return new Transport(new Core(options), CallOptions.none());
  }

  /**
   * Returns the client to give to stubs. It sends {@link ai.heymilo.generated.OperationRequest}s
   * alone, and throws the exceptions of {@link ai.heymilo.errors} for every answer that is no
   * success.
   */
  public HttpClient httpClient() {
    return httpClient;
  }

  /**
   * Returns a view whose calls have other options, on top of those of this one. It shares
   * connections, limiter, gate and budget, costs next to nothing and need not be closed; closing it
   * closes the whole.
   */
  public Transport with(CallOptions options) {
    return new Transport(core, this.options.and(options));
  }

  /** Returns the clock of all calls. */
  public Time time() {
    return core.time();
  }

  /** Returns the timeouts of this view's calls. */
  public Timeouts timeouts() {
    Settings settings = new Settings(core.options(), options);
    return core.options().timeouts().toBuilder()
        .attempt(settings.attemptTimeout())
        .call(settings.callTimeout())
        .build();
  }

  /** Returns how much of the rate limit is left. */
  public Budget budget() {
    return core.limiter().budget();
  }

  /**
   * Ends the calls that are under way, with an exception, and closes the {@link HttpClient}, if the
   * transport made it or was told that it owns it. Calls after that throw {@link
   * IllegalStateException}.
   */
  @Override
  public void close() {
    core.close();
  }
}
