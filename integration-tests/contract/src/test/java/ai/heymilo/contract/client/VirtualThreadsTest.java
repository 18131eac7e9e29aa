// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Blocking calls on virtual threads. */
@EnabledForJreRange(min = JRE.JAVA_21)
@Timeout(60)
class VirtualThreadsTest {
  /** Far more than a machine has carrier threads. */
  private static final int CALLS = 200;

  @Test
  void waitingForAResponseHoldsNoCarrierThread() throws Exception {
    CountDownLatch arrived = new CountDownLatch(CALLS);
    try (RawServer server =
            RawServer.forgetful(
                request -> {
                  arrived.countDown();
                  await(arrived); // until all calls are under way at once
                  return Reply.json(200, "{}");
                });
        HeyMilo milo = HeyMilo.builder().baseUrl(server.url()).apiKey(Canary.KEY).build()) {
      Callable<Map<String, Object>> call = () -> milo.call("GET", "/any", c -> {}).asMap();
      // not in the API of the JDK that the tests are compiled for
      ExecutorService threads =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      List<Future<Map<String, Object>>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(threads.submit(call));
      }
      threads.shutdown();

      for (Future<Map<String, Object>> one : calls) {
        assertThat(one.get(30, TimeUnit.SECONDS)).isEmpty();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
