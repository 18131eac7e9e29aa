// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.internal.Time;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.RateLimiter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sixty-four threads and 1,500 calls against servers that enforce the limit, scaled from a minute
 * to three seconds. Takes a minute and a half, so it runs on demand: {@code mvn -q -Pload -pl
 * fluent-api -am verify}.
 */
@Tag("slow")
@Tag("load")
class LimiterLoadTest {
  private static final int LIMIT = 300;
  private static final int CALLS = 1500;
  private static final int THREADS = 64;
  private static final Duration WINDOW = Duration.ofSeconds(3);

  /** What may have left before an answer of 429 was read. */
  private static final long IN_FLIGHT = Duration.ofMillis(150).toNanos();

  @BeforeAll
  static void warmUp() throws Exception {
    try (RawServer server = RawServer.answering(Reply.ok());
        Client client = Client.plain()) {
      callAll(client, server.url());
    }
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void aloneItUsesTheWholeQuotaAndMeetsNo429(Counting counting) throws Exception {
    Quota quota = new Quota(counting);
    try (RawServer server = RawServer.scripted(request -> quota.reply());
        Client client = client()) {
      double seconds = callAll(client, server.url());

      double used = CALLS / counting.permittedIn(seconds);
      double least = (double) (CALLS - LIMIT) / LIMIT * WINDOW.toSeconds();
      System.out.printf(
          "%-12s alone: %d calls in %.2f s (the least possible is %.0f s), %.1f %% of what is"
              + " permitted in that time, %d answers of 429%n",
          counting, CALLS, seconds, least, used * 100, quota.refusedAt.size());
      assertThat(quota.refusedAt).isEmpty();
      assertThat(server.requests()).hasSize(CALLS);
      assertThat(used).isGreaterThanOrEqualTo(0.95);
    }
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void withANeighbourEveryCallSucceedsAndNoneComesBeforeItsTime(Counting counting)
      throws Exception {
    Quota quota = new Quota(counting);
    try (RawServer server =
            RawServer.scripted(
                request ->
                    request.headers().containsKey("X-API-KEY") ? quota.reply() : quota.spend());
        Client client = client()) {
      Thread neighbour = neighbour(server.url());
      double seconds = callAll(client, server.url());
      neighbour.interrupt();
      neighbour.join();

      System.out.printf(
          "%-12s with a neighbour: %d calls in %.2f s, all succeeded, %d answers of 429, %d"
              + " early%n",
          counting, CALLS, seconds, quota.refusedAt.size(), quota.early);
      assertThat(quota.early).isZero();
    }
  }

  private static Client client() {
    return Client.with(
        options ->
            options.rateLimiter(RateLimiter.slidingWindow(LIMIT, WINDOW)).time(Time.system()));
  }

  private static double callAll(Client client, String url)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(threads.submit(() -> Op.GET_POSTING.on(client.sender(), url)));
    }
    for (Future<?> call : calls) {
      call.get();
    }
    threads.shutdown();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Somebody else with the same key, who takes a third of the quota, evenly. */
  private static Thread neighbour(String url) {
    Thread thread =
        new Thread(
            () -> {
              HttpClient http =
                  HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
              HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
              try {
                while (true) {
                  http.send(request, BodyHandlers.discarding());
                  Thread.sleep(WINDOW.toMillis() / (LIMIT / 3));
                }
              } catch (IOException | InterruptedException e) {
                return; // the test is over
              }
            });
    thread.start();
    return thread;
  }

  private enum Counting {
    ROLLING,
    FIXED,
    TOKEN_BUCKET;

    /** How many requests such a server accepts at most in so many seconds. */
    double permittedIn(double seconds) {
      double windows = seconds / WINDOW.toSeconds();
      return LIMIT + LIMIT * (this == TOKEN_BUCKET ? windows : Math.floor(windows));
    }
  }

  /** The server's count of requests. */
  private static final class Quota {
    private final Counting counting;
    private final long window = WINDOW.toNanos();
    private final ArrayDeque<Long> accepted = new ArrayDeque<>();
    private final List<Long> refusedAt = new ArrayList<>();
    private long windowStart;
    private int inWindow;
    private double tokens = LIMIT;
    private long refilledAt;
    private long notBefore = Long.MIN_VALUE;
    private int early;

    Quota(Counting counting) {
      this.counting = counting;
      this.refilledAt = System.nanoTime();
    }

    synchronized Reply reply() {
      long now = System.nanoTime();
      if (!refusedAt.isEmpty()
          && now < notBefore
          && now > refusedAt.get(refusedAt.size() - 1) + IN_FLIGHT) {
        early++;
      }
      long wait = take(now);
      if (wait <= 0) {
        return Reply.ok();
      }
      long seconds = Math.max(1, (wait + 999_999_999) / 1_000_000_000);
      refusedAt.add(now);
      notBefore = Math.max(notBefore, now + seconds * 1_000_000_000);
      return Reply.status(429, "Retry-After: " + seconds);
    }

    synchronized Reply spend() {
      return take(System.nanoTime()) <= 0 ? Reply.ok() : Reply.status(429);
    }

    /** Takes one, or says how long until there is one. */
    private long take(long now) {
      return switch (counting) {
        case ROLLING -> takeRolling(now);
        case FIXED -> takeFixed(now);
        case TOKEN_BUCKET -> takeToken(now);
      };
    }

    private long takeRolling(long now) {
      while (!accepted.isEmpty() && accepted.getFirst() <= now - window) {
        accepted.removeFirst();
      }
      if (accepted.size() >= LIMIT) {
        return accepted.getFirst() + window - now;
      }
      accepted.addLast(now);
      return 0;
    }

    private long takeFixed(long now) {
      if (inWindow == 0 || now - windowStart >= window) {
        windowStart = inWindow == 0 ? now : now - (now - windowStart) % window;
        inWindow = 0;
      }
      return inWindow++ < LIMIT ? 0 : windowStart + window - now;
    }

    private long takeToken(long now) {
      tokens = Math.min(LIMIT, tokens + (double) (now - refilledAt) * LIMIT / window);
      refilledAt = now;
      if (tokens < 1) {
        return (long) ((1 - tokens) * window / LIMIT);
      }
      tokens--;
      return 0;
    }
  }
}
