// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.Timeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits end, and deadlines hold, though no thread of the common pool is free. */
@Tag("slow")
@Timeout(120)
class BusyPoolTest {
  @ParameterizedTest
  @ValueSource(strings = {"calls", "others", "drip"})
  void callsEndInTimeThoughNoThreadOfTheCommonPoolIsFree(String what) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                BusyPool.class.getName(),
                what)
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      String output = new String(child.getInputStream().readAllBytes(), UTF_8);
      assertThat(output).contains("all over");
    } finally {
      child.destroyForcibly();
    }
  }

  static final class BusyPool {
    private BusyPool() {}

    public static void main(String[] args) throws Exception {
      Reply drips = Reply.drip("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{", 50);
      RawServer server =
          args[0].equals("calls")
              ? RawServer.answering(ok())
              : args[0].equals("others")
                  ? RawServer.answering(status(503), ok())
                  : RawServer.answering(drips);
      HeyMilo milo =
          HeyMilo.builder()
              .apiKey("some-key")
              .baseUrl(server.url())
              .rateLimiter(RateLimiter.slidingWindow(3, Duration.ofSeconds(1)))
              .timeouts(
                  Timeouts.builder()
                      .attempt(Duration.ofSeconds(1))
                      .call(Duration.ofSeconds(args[0].equals("calls") ? 30 : 3))
                      .build())
              .build();
      if (args[0].equals("calls")) {
        CompletableFuture<?>[] calls = new CompletableFuture<?>[9];
        for (int i = 0; i < calls.length; i++) {
          calls[i] = CompletableFuture.supplyAsync(() -> milo.posting("P_1").get());
        }
        CompletableFuture.allOf(calls).join();
      } else {
        for (int i = 0; i < 10; i++) {
          ForkJoinPool.commonPool().execute(LockSupport::park); // for ever
        }
        try {
          milo.posting("P_1").get();
        } catch (TransportException | CallTimeoutException e) {
          System.out.println(e);
        }
      }
      System.out.println("all over");
      System.exit(0);
    }
  }
}
