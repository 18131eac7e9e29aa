// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples.quota;

import ai.heymilo.HeyMilo;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/** A JVM that uses the API as fast as the shared quota lets it. */
final class Machine {
  /** With slack for machines that start cold. */
  static final Quota QUOTA = Quota.of(60, Duration.ofSeconds(2), Duration.ofSeconds(2));

  private Machine() {}

  /**
   * Makes calls; takes the port of Redis, the server's URL, the key, an interviewer and how many.
   */
  public static void main(String[] args) {
    RedisClient redis = Redis.connect("127.0.0.1", Integer.parseInt(args[0]));
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    RedisRateLimiter limiter = new RedisRateLimiter(redis, "heymilo", QUOTA, scheduler, null);
    try (HeyMilo milo =
        HeyMilo.builder().baseUrl(args[1]).apiKey(args[2]).rateLimiter(limiter).build()) {
      List<CompletableFuture<?>> calls =
          Stream.<CompletableFuture<?>>generate(() -> milo.async().posting(args[3]).get())
              .limit(Integer.parseInt(args[4]))
              .toList();
      calls.forEach(call -> call.handle((posting, failure) -> null).join());
      long failed = calls.stream().filter(CompletableFuture::isCompletedExceptionally).count();
      System.out.println(calls.size() + " calls, " + failed + " failed");
    } finally {
      scheduler.shutdownNow();
      redis.shutdown();
    }
  }
}
