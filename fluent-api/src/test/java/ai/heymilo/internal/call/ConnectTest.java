// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Thrown.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.errors.TransportException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.transport.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is too busy to take connections. */
@Timeout(60)
class ConnectTest {
  private static final Timeouts SHORT = Timeouts.builder().connect(Duration.ofMillis(200)).build();

  private final List<Socket> queued = new ArrayList<>();

  @Test
  void whatCouldNotConnectInTimeWasNotSentAndIsTriedAgain() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Client client = Client.with(o -> o.timeouts(SHORT))) {
      fillQueueOf(busy);
      TransportException failure =
          failure(
              TransportException.class,
              () -> Op.CREATE.on(client.sender(), "http://127.0.0.1:" + busy.getLocalPort()));

      assertThat(failure).hasRootCauseInstanceOf(IOException.class);
      assertThat(failure.getCause()).isInstanceOf(HttpConnectTimeoutException.class);
      assertThat(failure.attempts()).isEqualTo(3);
      assertThat(failure.mayHaveBeenApplied()).isFalse();
      assertThat(client.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    } finally {
      for (Socket socket : queued) {
        socket.close();
      }
    }
  }

  /** Connects until the system lets nobody in any more. */
  private void fillQueueOf(ServerSocket server) throws IOException {
    for (int i = 0; i < 50; i++) {
      Socket socket = new Socket();
      queued.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 100);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
    Assumptions.abort("this system's queue of connections has no end");
  }
}
