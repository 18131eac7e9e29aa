// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.internal.ClientOptions;
import ai.heymilo.internal.Time;
import ai.heymilo.internal.call.RetryingSender;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;

/** Clients for tests whose clock is given. */
public final class Clocks {
  private Clocks() {}

  /** Returns a client without a rate limit. */
  public static HeyMilo client(String baseUrl, Time time) {
    return new HeyMilo(
        RetryingSender.open(
            ClientOptions.defaults()
                .apiKey(Canary.KEY)
                .baseUrl(baseUrl)
                .rateLimiter(RateLimiter.unlimited())
                .time(time)));
  }
}
