// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal;

import ai.heymilo.transport.Budget;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The limiter that limits nothing. */
public final class Unlimited implements RateLimiter, RateLimiter.Permit {
  public static final Unlimited INSTANCE = new Unlimited();

  private Unlimited() {}

  @Override
  public CompletableFuture<Permit> acquire(Priority priority, Duration atMost) {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public Budget budget() {
    return Budget.unlimited();
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
