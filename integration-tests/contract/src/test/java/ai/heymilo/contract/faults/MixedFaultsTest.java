// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.testkit.Canary;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RetryPolicy;
import ai.heymilo.transport.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Eight threads with one client, and a server that has one request in twenty meet a fault: nobody
 * is taken in twice, nobody is lost without being reported, and the client does not grow. The long
 * run is asked for: {@code mvn -Psoak -pl integration-tests/contract -am verify}.
 */
class MixedFaultsTest {
  private static final int THREADS = 8;
  private static final int SAMPLES = 20;
  private static final int SOAK_CAPACITY = 20_000_000;

  @Test
  void aShortWhile() throws Exception {
    Ledger ledger = new Ledger(50_000);
    Mixer mixer = new Mixer(ledger, 1, "0.01");
    try (RawServer server = RawServer.forgetful(mixer);
        HeyMilo milo = client(server, RateLimiter.unlimited())) {
      Recruiters recruiters = new Recruiters(milo, 50_000);
      runWhile(recruiters, () -> mixer.requests() < 2_500);

      recruiters.compareWith(ledger);
      assertThat(mixer.metAll()).as("%s", mixer).isTrue();
    }
  }

  @Test
  @Tag("soak")
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void minutes() throws Exception {
    Duration length = Duration.ofMinutes(Integer.getInteger("soak.minutes", 10));
    Ledger ledger = new Ledger(SOAK_CAPACITY);
    Mixer mixer = new Mixer(ledger, 1, "1");
    List<Vitals> samples = new ArrayList<>();
    try (RawServer server = RawServer.forgetful(mixer);
        HeyMilo milo = client(server, RateLimiter.slidingWindow(30_000, Duration.ofSeconds(3)))) {
      Recruiters recruiters = new Recruiters(milo, SOAK_CAPACITY);
      for (int i = 1; i <= SAMPLES; i++) {
        long end = System.nanoTime() + length.toNanos() / SAMPLES;
        runWhile(recruiters, () -> System.nanoTime() - end < 0);
        samples.add(Vitals.now());
        System.out.printf("%2d/%d  %s%n", i, SAMPLES, samples.get(i - 1));
      }
      System.out.printf(
          "%d min, %,d requests, %,d faults (%s)%n%s%n",
          length.toMinutes(), mixer.requests(), mixer.faults(), mixer, recruiters);

      recruiters.compareWith(ledger);
      assertFlat(samples);
    }
  }

  /** Has everybody work, and comes back when nobody does any more. */
  private static void runWhile(Recruiters recruiters, BooleanSupplier condition) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(
            threads.submit(
                () -> {
                  while (condition.getAsBoolean()) {
                    recruiters.work();
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  /** The last quarter holds no more than the second one did; the first is for warming up. */
  private static void assertFlat(List<Vitals> samples) {
    assertThat(growth(samples, Vitals::heap)).as("heap").isLessThan(2_000_000);
    assertThat(growth(samples, Vitals::threads)).as("threads").isLessThan(THREADS);
    assertThat(growth(samples, Vitals::sockets)).as("sockets").isLessThan(2 * THREADS);
  }

  private static long growth(List<Vitals> samples, ToLongFunction<Vitals> of) {
    int quarter = samples.size() / 4;
    return middle(samples.subList(3 * quarter, 4 * quarter), of)
        - middle(samples.subList(quarter, 2 * quarter), of);
  }

  private static long middle(List<Vitals> samples, ToLongFunction<Vitals> of) {
    return of.applyAsLong(
        samples.stream().sorted(Comparator.comparingLong(of)).toList().get(samples.size() / 2));
  }

  private static HeyMilo client(RawServer server, RateLimiter limiter) {
    return HeyMilo.builder()
        .apiKey(Canary.KEY)
        .baseUrl(server.url())
        .rateLimiter(limiter)
        .timeouts(Timeouts.builder().attempt(Duration.ofMillis(700)).build())
        .retryPolicy(
            RetryPolicy.builder()
                .waits(Duration.ofMillis(5), Duration.ofMillis(20))
                .rateLimitRetries(20)
                .build())
        .build();
  }
}
