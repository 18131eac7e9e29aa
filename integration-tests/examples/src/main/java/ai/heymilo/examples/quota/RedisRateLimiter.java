// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples.quota;

import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One quota for all machines that use the same API key, kept as a Bucket4j bucket in Redis. No
 * thread waits, neither for Redis nor for a permit.
 *
 * <p>Permits are handed out in the order in which they were asked for, whatever their priority. A
 * 429 that one machine meets holds back all of them.
 *
 * <p>When Redis is down, calls fail at once with a {@code TransportException} that says so, and
 * nothing is sent; or, if there is a fallback, they ask that instead, for example for this
 * machine's part of the quota: {@code RateLimiter.slidingWindow(300 / machines, minute)}. How soon
 * Redis counts as down is a matter of the {@link RedisClient}; the one of {@link Redis#connect}
 * takes a second.
 *
 * <p>This class is thread-safe. It closes neither the Redis client nor the scheduler.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the futures of callbacks, which see to failures
public final class RedisRateLimiter implements RateLimiter {
  private final AsyncBucketProxy bucket;
  private final Quota quota;
  private final ScheduledExecutorService scheduler;
  private final @Nullable RateLimiter fallback;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong lastKnown;

  /**
   * Creates a limiter.
   *
   * @param redis where the bucket is
   * @param name the bucket's key, the same on all machines; not the API key
   * @param quota how many requests, the same on all machines
   * @param scheduler wakes those who wait; one thread is enough
   * @param fallback what is asked when Redis fails; null if calls are to fail then
   */
  public RedisRateLimiter(
      RedisClient redis,
      String name,
      Quota quota,
      ScheduledExecutorService scheduler,
      @Nullable RateLimiter fallback) {
    BucketConfiguration configuration =
        BucketConfiguration.builder()
            .addLimit(
                limit -> limit.capacity(quota.burst()).refillGreedy(quota.refill(), quota.period()))
            .build();
    this.bucket =
        Bucket4jLettuce.casBasedBuilder(redis)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(quota.period()))
            .build()
            .asAsync()
            .builder()
            .withOptimization(Optimizations.batching())
            .build(
                name.getBytes(StandardCharsets.UTF_8),
                () -> CompletableFuture.completedFuture(configuration));
    this.quota = quota;
    this.scheduler = scheduler;
    this.fallback = fallback;
    this.lastKnown = new AtomicLong(quota.burst());
  }

  @Override
  public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
    CompletableFuture<Permit> permit = new CompletableFuture<>();
    waiting.incrementAndGet();
    permit.whenComplete((granted, failure) -> waiting.decrementAndGet());
    bucket
        .asScheduler()
        .tryConsume(1, atMost, scheduler)
        .whenComplete(
            (consumed, failure) -> {
              if (failure != null) {
                failed(permit, failure, priority, atMost);
              } else if (!consumed) {
                tooLong(permit, atMost);
              } else if (!permit.complete(new Token())) {
                bucket.addTokens(1); // was cancelled
              }
            });
    return permit;
  }

  private void failed(
      CompletableFuture<Permit> permit, Throwable why, Priority priority, Duration atMost) {
    if (fallback == null) {
      permit.completeExceptionally(new IllegalStateException("Redis gave no permit", why));
      return;
    }
    CompletableFuture<Permit> other = fallback.acquire(priority, atMost);
    permit.whenComplete((granted, failure) -> other.cancel(false));
    other.whenComplete(
        (granted, failure) -> {
          if (failure != null) {
            permit.completeExceptionally(failure);
          } else if (!permit.complete(granted)) {
            granted.unused();
          }
        });
  }

  private void tooLong(CompletableFuture<Permit> permit, Duration atMost) {
    bucket
        .estimateAbilityToConsume(1)
        .whenComplete(
            (estimate, failure) -> {
              Duration needed =
                  failure == null
                      ? Duration.ofNanos(estimate.getNanosToWaitForRefill())
                      : atMost.plusMillis(1);
              permit.completeExceptionally(WaitTooLongException.of(needed));
            });
  }

  /** Returns what was known of the bucket when the last reading was taken, and takes another. */
  @Override
  public QuotaStatus quota() {
    bucket.getAvailableTokens().thenAccept(lastKnown::set);
    long tokens = lastKnown.get();
    Duration nextFree = tokens > 0 ? Duration.ZERO : quota.timeFor(1 - tokens);
    return QuotaStatus.of(
        quota.requests(), Math.toIntExact(Math.max(0, tokens)), waiting.get(), nextFree);
  }

  /** Leaves the bucket without a token until a time is over; by how much depends on what it has. */
  private void holdBack(Duration wait) {
    bucket
        .getAvailableTokens()
        .thenAccept(
            available -> {
              long tooMany = available + quota.refilledIn(wait);
              if (tooMany > 0) {
                bucket.consumeIgnoringRateLimits(tooMany);
              }
            });
  }

  private final class Token implements Permit {
    @Override
    public void completed(int status, @Nullable Duration retryAfter) {
      if (status == 429) {
        holdBack(retryAfter != null ? retryAfter : Duration.ofSeconds(1));
      }
    }

    @Override
    public void unused() {
      bucket.addTokens(1);
    }
  }
}
