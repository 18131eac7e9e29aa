// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples;

import ai.heymilo.HeyMilo;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves several tenants, each with an API key of its own. They share the connections of one
 * client; rate limit and retry budget are each tenant's own.
 */
public final class Tenants {
  private final Map<String, HeyMilo> clients = new ConcurrentHashMap<>();
  private final HeyMilo shared;
  private final Map<String, String> keys;

  Tenants(HeyMilo shared, Map<String, String> keys) {
    this.shared = shared;
    this.keys = keys;
  }

  /** Returns the client of a tenant: always the same, because it counts the tenant's requests. */
  HeyMilo client(String tenant) {
    String key = keys.get(tenant);
    if (key == null) {
      throw new IllegalArgumentException("no API key for tenant " + tenant);
    }
    return clients.computeIfAbsent(tenant, name -> shared.withApiKey(key));
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try (Server server = Server.fromEnvironmentOrSandbox(out)) {
      run(out, server.client(), new TreeMap<>(Map.of("north", "north-key", "south", "south-key")));
    }
  }

  static void run(PrintStream out, HeyMilo shared, Map<String, String> keys) {
    Tenants tenants = new Tenants(shared, keys);
    tenants.client("north").postings().create("Cook", posting -> posting.form(step -> {}));
    for (String tenant : keys.keySet()) {
      HeyMilo milo = tenants.client(tenant);
      long postings = milo.postings().list().stream().count();
      out.println(tenant + ": " + postings + ", " + milo.quota().remaining() + " requests left");
    }
  }
}
