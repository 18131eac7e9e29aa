// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.cost;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a thousand tenants of one client cost, each with a call behind it: printed and bounded. */
@Timeout(120)
class TenantsTest {
  private static final int TENANTS = 1000;
  private static final int MOST_BYTES = 10_000;

  @Test
  void aTenantCostsNoThreadAndLittleMemory() {
    try (RawServer server = RawServer.forgetful(request -> Reply.json(200, "{}"));
        HeyMilo shared = HeyMilo.builder().baseUrl(server.url()).apiKey(Canary.KEY).build()) {
      List<HeyMilo> tenants = new ArrayList<>(tenants(shared, 20)); // classes, connections, timers
      tenants.clear();
      Set<String> threads = threads();
      long before = usedHeap();

      tenants.addAll(tenants(shared, TENANTS));

      long bytes = (usedHeap() - before) / TENANTS;
      Set<String> started = threads();
      started.removeAll(threads);
      System.out.printf(
          "%d tenants: %d threads before, %d more; %d bytes each%n",
          tenants.size(), threads.size(), started.size(), bytes);
      assertThat(started).isEmpty();
      assertThat(bytes).isBetween(1L, (long) MOST_BYTES);
      assertThat(tenants).allSatisfy(milo -> assertThat(milo.quota().remaining()).isEqualTo(299));
    }
  }

  private static List<HeyMilo> tenants(HeyMilo shared, int count) {
    List<HeyMilo> tenants = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      HeyMilo milo = shared.withApiKey(Canary.KEY + i);
      milo.call("GET", "/any", call -> {}).asMap();
      tenants.add(milo);
    }
    return tenants;
  }

  private static Set<String> threads() {
    Set<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!thread.getName().equals("raw-server")) {
        names.add(thread.getName() + " " + thread.getId());
      }
    }
    return names;
  }

  private static long usedHeap() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
