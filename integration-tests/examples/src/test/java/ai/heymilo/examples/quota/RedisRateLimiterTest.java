// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.sandbox.HeyMiloSandbox;
import ai.heymilo.sandbox.RateLimit;
import ai.heymilo.transport.RateLimiter;
import ai.heymilo.transport.RateLimiter.Permit;
import ai.heymilo.transport.RateLimiter.Priority;
import ai.heymilo.transport.RateLimiter.WaitTooLongException;
import ai.heymilo.transport.Timeouts;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One quota for several machines, on a real Redis. */
@Timeout(60)
class RedisRateLimiterTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** One token, and another after a minute. */
  private static final Quota SCARCE = Quota.of(6, Duration.ofMinutes(5), Duration.ZERO);

  private final HeyMiloSandbox sandbox = HeyMiloSandbox.start();
  private final String posting =
      sandbox.client().postings().create("Java Engineer", p -> p.form(step -> {})).id();
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  @TempDir Path folder;
  private RedisServer server;
  private RedisClient redis;

  @BeforeEach
  void start() throws IOException {
    server = RedisServer.startOrSkip(folder);
    redis = Redis.connect("127.0.0.1", server.port());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    scheduler.shutdownNow();
    if (redis != null) {
      redis.shutdown(Duration.ZERO, Duration.ofSeconds(5));
      server.close();
    }
  }

  @Test
  void twoMachinesTogetherStayInsideTheQuotaOfOneKey() throws Exception {
    sandbox.rateLimit(RateLimit.of(60, Duration.ofSeconds(2)));
    int calls = 35;

    Process one = machine(calls);
    Process other = machine(calls);

    assertThat(printed(one)).contains(calls + " calls, 0 failed");
    assertThat(printed(other)).contains(calls + " calls, 0 failed");
    // a 429 would be one more request
    assertThat(sent()).isEqualTo(2 * calls);
  }

  @Test
  void clientsOfOneBucketShareWhatIsLeft() {
    RateLimiter one = limiter(null);
    RateLimiter other = limiter(null);
    one.acquire(Priority.NORMAL, LONG).join().completed(200, null);

    CompletableFuture<Permit> second = other.acquire(Priority.NORMAL, Duration.ofSeconds(30));
    CompletionException failure = catchThrowableOfType(CompletionException.class, second::join);

    assertThat(neededWait(failure)).isBetween(Duration.ofSeconds(30), LONG);
  }

  @Test
  void whatWasNotUsedGoesBack() {
    RateLimiter limiter = limiter(null);
    limiter.acquire(Priority.NORMAL, LONG).join().unused();

    assertThat(limiter.acquire(Priority.NORMAL, Duration.ofSeconds(30)).join()).isNotNull();
  }

  @Test
  void a429ThatOneMachineMeetsHoldsBackTheOther() {
    RateLimiter one = limiter(null, Machine.QUOTA);
    RateLimiter other = limiter(null, Machine.QUOTA);
    one.acquire(Priority.NORMAL, LONG).join().completed(429, Duration.ofSeconds(40));

    CompletionException failure =
        catchThrowableOfType(
            CompletionException.class,
            () -> {
              while (true) { // until the bucket has heard of it
                other.acquire(Priority.NORMAL, Duration.ofSeconds(20)).join();
              }
            });

    assertThat(neededWait(failure)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(45));
  }

  @Test
  void aWaitThatDoesNotFitTheCallSaysHowLongItWouldBe() {
    try (HeyMilo milo = client(limiter(null))) {
      milo.posting(posting).get();

      CallTimeoutException failure =
          catchThrowableOfType(
              CallTimeoutException.class,
              () ->
                  milo.withOptions(o -> o.callTimeout(Duration.ofSeconds(5)))
                      .posting(posting)
                      .get());

      assertThat(failure.neededWait()).isBetween(Duration.ofSeconds(5), LONG);
      assertThat(sent()).isEqualTo(1);
    }
  }

  @Test
  void withoutRedisCallsFailAndNothingIsSent() {
    try (HeyMilo milo = client(limiter(null))) {
      server.close();

      assertThatThrownBy(() -> milo.posting(posting).get())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("the rate limiter failed")
          .hasRootCauseInstanceOf(Exception.class)
          .cause()
          .hasMessage("Redis gave no permit");
      assertThat(sent()).isZero();
    }
  }

  @Test
  void withoutRedisTheFallbackDecides() {
    try (HeyMilo milo = client(limiter(RateLimiter.slidingWindow(2, LONG)))) {
      server.close();
      milo.posting(posting).get();
      milo.posting(posting).get();

      assertThatThrownBy(
              () ->
                  milo.withOptions(o -> o.callTimeout(Duration.ofSeconds(5)))
                      .posting(posting)
                      .get())
          .isInstanceOf(CallTimeoutException.class);
      assertThat(sent()).isEqualTo(2);
    }
  }

  private static Duration neededWait(CompletionException failure) {
    assertThat(failure).hasCauseInstanceOf(WaitTooLongException.class);
    WaitTooLongException cause = (WaitTooLongException) failure.getCause();
    return cause == null ? Duration.ZERO : cause.neededWait();
  }

  /** How many requests reached the server after the one that made the posting. */
  private int sent() {
    return sandbox.received().size() - 1;
  }

  private RateLimiter limiter(@Nullable RateLimiter fallback) {
    return limiter(fallback, SCARCE);
  }

  private RateLimiter limiter(@Nullable RateLimiter fallback, Quota quota) {
    return new RedisRateLimiter(redis, "bucket", quota, scheduler, fallback);
  }

  private HeyMilo client(RateLimiter limiter) {
    return HeyMilo.builder()
        .baseUrl(sandbox.baseUrl())
        .apiKey(sandbox.apiKey())
        .rateLimiter(limiter)
        .timeouts(Timeouts.builder().call(Duration.ofSeconds(20)).build())
        .build();
  }

  private Process machine(int calls) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Machine.class.getName(),
            String.valueOf(server.port()),
            sandbox.baseUrl(),
            sandbox.apiKey(),
            posting,
            String.valueOf(calls))
        .redirectErrorStream(true)
        .start();
  }

  private static String printed(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
