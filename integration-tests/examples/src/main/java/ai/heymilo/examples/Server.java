// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import ai.heymilo.sandbox.HeyMiloSandbox;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Where an example runs: the server that {@code HEYMILO_BASE_URL} and {@code HEYMILO_API_KEY} name
 * if both are set, else a sandbox of its own with a few interviewers, candidates and templates.
 */
final class Server implements AutoCloseable {
  private final @Nullable HeyMiloSandbox sandbox;
  private final HeyMilo client;
  private final String baseUrl;

  private Server(@Nullable HeyMiloSandbox sandbox, HeyMilo client, String baseUrl) {
    this.sandbox = sandbox;
    this.client = client;
    this.baseUrl = baseUrl;
  }

  static Server fromEnvironmentOrSandbox(PrintStream out) {
    String baseUrl = System.getenv("HEYMILO_BASE_URL");
    if (baseUrl != null && System.getenv("HEYMILO_API_KEY") != null) {
      out.println("Talking to " + baseUrl);
      return new Server(null, HeyMilo.fromEnv(), baseUrl);
    }
    HeyMiloSandbox sandbox = HeyMiloSandbox.builder().demo().start();
    out.println("Started a sandbox at " + sandbox.baseUrl() + " (no account, no network needed)");
    return new Server(
        sandbox,
        HeyMilo.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build(),
        sandbox.baseUrl());
  }

  HeyMilo client() {
    return client;
  }

  String baseUrl() {
    return baseUrl;
  }

  /** Creates a posting that takes candidates, and returns its id. */
  String activePosting() {
    String id = client.postings().create("Java Engineer", p -> p.resume(step -> {})).id();
    client.posting(id).activate();
    return id;
  }

  @Override
  public void close() {
    client.close();
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
