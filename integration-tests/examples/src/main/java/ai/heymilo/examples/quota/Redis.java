// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples.quota;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;

/** How to talk to a Redis that decides whether anything is sent at all: answers soon or never. */
public final class Redis {
  private static final Duration SOON = Duration.ofSeconds(1);

  private Redis() {}

  /**
   * Returns a client whose commands fail within a second, and at once while there is no connection;
   * by default they would queue up. It connects again by itself.
   */
  public static RedisClient connect(String host, int port) {
    RedisClient client =
        RedisClient.create(RedisURI.builder().withHost(host).withPort(port).build());
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .timeoutOptions(TimeoutOptions.enabled(SOON))
            .socketOptions(SocketOptions.builder().connectTimeout(SOON).build())
            .build());
    return client;
  }
}
