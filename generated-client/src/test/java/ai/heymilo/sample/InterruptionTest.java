// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.sample.api.InterviewersApi;
import ai.heymilo.sample.api.InterviewersApiAsync;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptionTest {
  @Test
  void cancellingACallEndsItsConnection() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      CompletableFuture<String> seen = new CompletableFuture<>();
      CompletableFuture<Void> arrived = new CompletableFuture<>();
      Thread server = new Thread(() -> readToTheEnd(socket, arrived, seen));
      server.start();
      ApiClient client =
          ApiClient.builder().baseUrl("http://127.0.0.1:" + socket.getLocalPort()).build();

      CompletableFuture<?> call = new InterviewersApiAsync(client).getPosting("I_1");
      arrived.get(10, TimeUnit.SECONDS);
      call.cancel(true);

      assertThat(seen.get(10, TimeUnit.SECONDS)).startsWith("GET /api/v2/postings/I_1");
      assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
    }
  }

  private static void readToTheEnd(
      ServerSocket socket, CompletableFuture<Void> arrived, CompletableFuture<String> seen) {
    try (Socket connection = socket.accept()) {
      InputStream in = connection.getInputStream();
      byte[] buffer = new byte[4096];
      StringBuilder text = new StringBuilder();
      // No answer is sent: the end of the stream is the client's doing.
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        text.append(new String(buffer, 0, n, java.nio.charset.StandardCharsets.US_ASCII));
        arrived.complete(null);
      }
      seen.complete(text.toString());
    } catch (java.io.IOException e) {
      seen.complete("GET /api/v2/postings/I_1 reset: " + e.getMessage());
    }
  }

  @Test
  void anInterruptedCallFailsAndLeavesTheFlagSet() throws Exception {
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    CompletableFuture<Void> over = new CompletableFuture<>();
    try (Server server =
        Server.handling(
            exchange -> {
              arrived.complete(null);
              over.orTimeout(20, TimeUnit.SECONDS).exceptionally(e -> null).join();
              exchange.close();
            })) {
      AtomicReference<Throwable> failure = new AtomicReference<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  new InterviewersApi(server.client()).getPosting("I_1");
                } catch (ApiException e) {
                  failure.set(e);
                }
                flag.complete(Thread.currentThread().isInterrupted());
              });
      caller.start();
      arrived.get(10, TimeUnit.SECONDS);
      caller.interrupt();

      assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(failure.get())
          .isInstanceOf(ApiException.class)
          .hasMessageEndingWith("was interrupted")
          .hasCauseInstanceOf(InterruptedException.class);
      over.complete(null);
    }
  }
}
