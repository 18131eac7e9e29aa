// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link HeyMiloSandbox} that is not started yet. Not thread-safe. */
public final class HeyMiloSandboxBuilder {
  String host = "127.0.0.1";
  int port;
  @Nullable String apiKey;
  Clock base = Clock.systemUTC();
  @Nullable Duration queueDelay;
  RateLimit limit = RateLimit.none();
  boolean demo;
  boolean activeOnCreate;
  boolean deduplicates = true;
  boolean strict;
  private boolean controlled = true;
  ApiDocument document = ApiDocument.bundled();
  Consumer<ReceivedRequest> listener = request -> {};

  HeyMiloSandboxBuilder() {}

  /** Sets the address to listen on; {@code 127.0.0.1} when not called. */
  public HeyMiloSandboxBuilder host(String address) {
    this.host = address;
    return this;
  }

  /**
   * Sets the port to listen on; a free one when not called.
   *
   * @throws IllegalArgumentException when {@code number} is not within 0–65535
   */
  public HeyMiloSandboxBuilder port(int number) {
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
  public HeyMiloSandboxBuilder apiKey(String key) {
    if (key.isBlank()) {
      throw new IllegalArgumentException("the API key must not be blank");
    }
    this.apiKey = key;
    return this;
  }

  /** Makes the sandbox's clock stand still at {@code instant}; it runs when not called. */
  public HeyMiloSandboxBuilder startingAt(Instant instant) {
    this.base = Clock.fixed(instant, ZoneOffset.UTC);
    return this;
  }

  /**
   * Makes queued candidates appear by themselves once they have waited for {@code delay} of the
   * sandbox's time. When not called, they wait for {@link HeyMiloSandbox#tick} or {@link
   * HeyMiloSandbox#advance}.
   *
   * @param delay zero to ingest them at once
   * @throws IllegalArgumentException when {@code delay} is negative
   */
  public HeyMiloSandboxBuilder queueDelay(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("queueDelay must not be negative, was " + delay);
    }
    this.queueDelay = delay;
    return this;
  }

  /**
   * Starts with something in the sandbox: three postings, some candidates, and the templates {@code
   * IT_demo} and {@code IT_demo_ats}.
   */
  public HeyMiloSandboxBuilder demo() {
    this.demo = true;
    return this;
  }

  /**
   * Makes created and cloned postings active at once, unless they come from an ATS: the other way
   * to read the document, which says of them only that they are "unchanged".
   */
  public HeyMiloSandboxBuilder activeOnCreate() {
    this.activeOnCreate = true;
    return this;
  }

  /**
   * Ingests a candidate again when a posting has one with the same e-mail address, as a server
   * would that does not look: shows code that invites people twice.
   */
  public HeyMiloSandboxBuilder withoutDeduplication() {
    this.deduplicates = false;
    return this;
  }

  /**
   * Serves another document than the bundled one.
   *
   * @throws UncheckedIOException when {@code file} cannot be read or is not JSON
   */
  public HeyMiloSandboxBuilder document(Path file) {
    try {
      this.document = ApiDocument.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
    return this;
  }

  /**
   * Turns off control over HTTP, {@code /_sandbox}. It is on when the sandbox listens on loopback,
   * and off on any other address.
   */
  public HeyMiloSandboxBuilder withoutControl() {
    this.controlled = false;
    return this;
  }

  /**
   * Writes stubs of the document for a WireMock server instead of starting a sandbox, as {@link
   * HeyMiloStubs#write} does.
   *
   * @return how many mappings were written
   * @throws IOException when a file cannot be written
   */
  public int writeStubs(Path root) throws IOException {
    return HeyMiloStubs.write(document, root);
  }

  /** Returns why there is no control over HTTP; empty when there is. */
  String whyControlIsOff() {
    if (!controlled) {
      return "the sandbox was started without it";
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress()
          ? ""
          : "the sandbox listens on " + host + ", beyond loopback";
    } catch (UnknownHostException e) {
      return "the address " + host + " is not known";
    }
  }

  /**
   * Also refuses what the schemas permit and the document's words do not: required texts that are
   * blank, values beside those that a description lists ("operator: eq, neq, gt"), a minimum above
   * its maximum. A server may do either.
   */
  public HeyMiloSandboxBuilder strict() {
    this.strict = true;
    return this;
  }

  /** Sets the rate limit; there is none when not called. */
  public HeyMiloSandboxBuilder rateLimit(RateLimit rateLimit) {
    this.limit = rateLimit;
    return this;
  }

  /** Has {@code action} told of each request once it is served, on the thread that served it. */
  public HeyMiloSandboxBuilder onRequest(Consumer<ReceivedRequest> action) {
    this.listener = action;
    return this;
  }

  /** Starts the sandbox; it listens when this returns. */
  public HeyMiloSandbox start() {
    return new HeyMiloSandbox(this);
  }
}
