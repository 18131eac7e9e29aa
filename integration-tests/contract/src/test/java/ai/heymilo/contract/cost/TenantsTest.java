// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.cost;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.testkit.ChildJvm;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a thousand tenants of one client cost, each after a call: printed and bounded. */
@Timeout(120)
class TenantsTest {
  private static final int TENANTS = 1000;

  @Test
  void aTenantCostsNoThreadAndLittleMemory() throws Exception {
    try (RawServer server = RawServer.forgetful(request -> Reply.json(200, "{}"))) {
      String output = ChildJvm.run("-Xmx64m", Child.class, server.url());
      System.out.print(output);

      Matcher figures =
          Pattern.compile("1000 tenants: \\d+ threads before, (\\d+) more; (\\d+) bytes each")
              .matcher(output);
      assertThat(figures.find()).as(output).isTrue();
      assertThat(figures.group(1)).isEqualTo("0");
      assertThat(Integer.parseInt(figures.group(2))).isBetween(1, 10_000);
    }
  }

  /** Prints what tenants cost, in a JVM where nothing else allocates. */
  static final class Child {
    public static void main(String[] args) {
      try (HeyMilo shared = HeyMilo.builder().baseUrl(args[0]).apiKey(Canary.KEY).build()) {
        tenants(shared, 20); // loads classes, starts connections and timers
        Set<Long> threads = threads();
        long before = usedHeap();

        List<HeyMilo> tenants = tenants(shared, TENANTS);

        long bytes = (usedHeap() - before) / TENANTS;
        Set<Long> started = threads();
        started.removeAll(threads);
        if (tenants.stream().anyMatch(milo -> milo.quota().remaining() != 299)) {
          throw new IllegalStateException("a tenant has no quota of its own");
        }
        System.out.printf(
            "%d tenants: %d threads before, %d more; %d bytes each%n",
            tenants.size(), threads.size(), started.size(), bytes);
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

    private static Set<Long> threads() {
      Set<Long> ids = new HashSet<>();
      Thread.getAllStackTraces().keySet().forEach(thread -> ids.add(thread.getId()));
      return ids;
    }

    private static long usedHeap() {
      for (int i = 0; i < 4; i++) {
        System.gc();
      }
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
  }
}
