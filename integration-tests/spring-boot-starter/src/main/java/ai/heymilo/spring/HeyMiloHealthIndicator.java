// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring;

import ai.heymilo.HeyMilo;
import ai.heymilo.errors.CallTimeoutException;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.transport.QuotaStatus;
import ai.heymilo.transport.RateLimiter;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * Lists one interviewer ({@code listPostings}): the API has no operation that costs less. While the
 * client's own quota is used up, nothing is known of the server.
 */
final class HeyMiloHealthIndicator implements HealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HeyMilo milo;

  HeyMiloHealthIndicator(HeyMilo milo) {
    this.milo =
        milo.withOptions(
            options -> options.callTimeout(PATIENCE).priority(RateLimiter.Priority.INTERACTIVE));
  }

  @Override
  public Health health() {
    Health.Builder health = new Health.Builder();
    try {
      milo.postings().list(query -> query.pageSize(1)).pages().next();
      health.up();
    } catch (HeyMiloException e) {
      boolean ourTurnHasNotCome = e instanceof CallTimeoutException && milo.quota().remaining() == 0;
      health.status(ourTurnHasNotCome ? Status.UNKNOWN : Status.DOWN);
      health.withDetail("error", e.getClass().getSimpleName());
      if (e.status() > 0) {
        health.withDetail("status", e.status());
      }
    }
    QuotaStatus quota = milo.quota();
    return health
        .withDetail("specVersion", HeyMilo.specVersion())
        .withDetail("requestsLeft", quota.remaining())
        .build();
  }
}
