package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.http.SandboxServer;
import ai.heymilo.sandbox.internal.http.WireMockFace;
import ai.heymilo.sandbox.internal.state.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A HeyMilo on your own machine: keeps state, keeps to the bundled document, and forgets everything
 * when it is closed. Requests are checked against the document's schemas, and so are the sandbox's
 * own answers.
 *
 * <p>Where the document is silent, the sandbox does this:
 *
 * <ul>
 *   <li>A posting is created as a draft and {@code activatePosting} makes it active, as "activate
 *       an interviewer so it begins accepting candidates" suggests.
 *   <li>Activating an archived posting, or one without a step, is refused with 400.
 *   <li>{@code metadata} beyond the limits that the document states in words is refused with 422.
 * </ul>
 *
 * <p>This class is thread-safe.
 */
public final class HeyMiloSandbox implements AutoCloseable {
  private final WireMockFace face;
  private final String host;
  private final String apiKey;
  private final SandboxClock clock;

  private HeyMiloSandbox(Builder builder) {
    this.host = builder.host;
    this.apiKey = builder.apiKey == null ? "sandbox-key" : builder.apiKey;
    this.clock = SandboxClock.on(builder.base);
    ApiDocument document = ApiDocument.bundled();
    Store store = new Store(document, clock);
    SandboxServer server = new SandboxServer(document, store, builder.apiKey);
    this.face = WireMockFace.start(server, host, builder.port);
  }

  /** Starts a sandbox on a free port of the loopback interface, with nothing in it. */
  public static HeyMiloSandbox start() {
    return builder().start();
  }

  /** Returns a builder, for a sandbox with other than the usual settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns where the sandbox listens, such as {@code http://127.0.0.1:41753}; no final slash. */
  public String baseUrl() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + face.port();
  }

  /** Returns an API key that the sandbox accepts. */
  public String apiKey() {
    return apiKey;
  }

  /** Returns the clock of the sandbox. */
  public SandboxClock clock() {
    return clock;
  }

  /** Stops the sandbox. Requests in progress are cut off; closing twice does nothing. */
  @Override
  public void close() {
    face.close();
  }

  /** Settings of a sandbox that is not started yet. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private @Nullable String apiKey;
    private Clock base = Clock.systemUTC();

    private Builder() {}

    /** Sets the address to listen on; {@code 127.0.0.1} when not called. */
    public Builder host(String address) {
      this.host = address;
      return this;
    }

    /**
     * Sets the port to listen on; a free one when not called.
     *
     * @throws IllegalArgumentException when {@code number} is not within 0–65535
     */
    public Builder port(int number) {
      if (number < 0 || number > 65535) {
        throw new IllegalArgumentException("port must be within 0–65535, was " + number);
      }
      this.port = number;
      return this;
    }

    /**
     * Sets the one API key that is accepted. When not called, any key that is not empty is.
     *
     * @throws IllegalArgumentException when {@code key} is blank
     */
    public Builder apiKey(String key) {
      if (key.isBlank()) {
        throw new IllegalArgumentException("the API key must not be blank");
      }
      this.apiKey = key;
      return this;
    }

    /** Makes the sandbox's clock stand still at {@code instant}; it runs when not called. */
    public Builder startingAt(Instant instant) {
      this.base = Clock.fixed(instant, ZoneOffset.UTC);
      return this;
    }

    /** Starts the sandbox; it listens when this returns. */
    public HeyMiloSandbox start() {
      return new HeyMiloSandbox(this);
    }
  }
}
