// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A limiter without a limit. */
final class Unlimited implements RateLimiter, RateLimiter.Permit {
  static final Unlimited INSTANCE = new Unlimited();

  private Unlimited() {}

  @Override
  public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public QuotaStatus quota() {
    return QuotaStatus.unlimited();
  }

  @Override
  public void completed(int status, @Nullable Duration retryAfter) {}

  @Override
  public void unused() {}

  @Override
  public String toString() {
    return "RateLimiter[unlimited]";
  }
}
