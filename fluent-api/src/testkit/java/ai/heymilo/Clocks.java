// SPDX-License-Identifier: Apache-2.0
package ai.heymilo;

import ai.heymilo.internal.Time;
import ai.heymilo.internal.Transport;
import ai.heymilo.internal.TransportOptions;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;

/** Clients for tests whose clock is given. */
public final class Clocks {
  private Clocks() {}

  /** Returns a client without a rate limit. */
  public static HeyMilo client(String baseUrl, Time time) {
    TransportOptions options =
        TransportOptions.builder(Canary.KEY).limiter(RateLimiter.unlimited()).time(time).build();
    return new HeyMilo(Transport.open(options), baseUrl, true);
  }
}
