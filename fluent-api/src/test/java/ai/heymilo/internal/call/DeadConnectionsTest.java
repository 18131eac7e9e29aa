// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.eof;
import static ai.heymilo.testkit.Reply.ok;
import static ai.heymilo.testkit.Reply.reset;
import static ai.heymilo.testkit.Reply.silence;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.Timeouts;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that died in the pool cost one attempt at most, and none once they were idle. */
@Tag("slow")
@Timeout(60)
class DeadConnectionsTest {
  private static final int POOLED = 5;

  /** Answers the first request of each connection, and none after it. */
  private static RawServer dyingAfterOne(Reply death) {
    Set<Socket> used = ConcurrentHashMap.newKeySet();
    CyclicBarrier together = new CyclicBarrier(POOLED);
    return RawServer.scripted(
        request ->
            socket -> {
              if (!used.add(socket)) {
                return death.to(socket);
              }
              if (used.size() <= POOLED) {
                await(together);
              }
              return ok().to(socket);
            });
  }

  private static void await(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Client withPooledConnections(RawServer server) {
    Client client = Client.plain();
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < POOLED; i++) {
      calls.add(Op.GET_POSTING.startOn(client.sender(), server.url()));
    }
    CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0])).join();
    return client;
  }

  static Stream<Reply> deaths() {
    return Stream.of(silence(), reset(""), eof());
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void aReadGetsAFreshConnectionAfterOneThatWasLost(Reply death) {
    try (RawServer server = dyingAfterOne(death);
        Client client = withPooledConnections(server)) {
      client.time().advance(Duration.ofSeconds(10));
      Timeouts impatient = Timeouts.builder().attempt(Duration.ofSeconds(2)).build();
      Op.GET_POSTING.on(client.sender(o -> o.timeouts(impatient)), server.url());

      assertThat(server.requests()).hasSize(POOLED + 2);
    }
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void aWriteDoesNotMeetAConnectionThatWasIdle(Reply death) {
    try (RawServer server = dyingAfterOne(death);
        Client client = withPooledConnections(server)) {
      client.time().advance(Duration.ofSeconds(36));
      Op.CREATE.on(client.sender(), server.url());

      assertThat(server.requests()).hasSize(POOLED + 1);
    }
  }
}
