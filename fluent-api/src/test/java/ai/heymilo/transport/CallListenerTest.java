// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.generated.Operation;
import ai.heymilo.transport.CallListener.Attempt;
import ai.heymilo.transport.CallListener.Call;
import ai.heymilo.transport.CallListener.End;
import ai.heymilo.transport.RateLimiter.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The values that listeners get. */
class CallListenerTest {
  private static final Duration TOOK = Duration.ofMillis(12);

  @Test
  void aCallIsAnOperationWithAPriority() {
    Operation operation = new Operation("getThing", "GET", "/things/{id}");
    Call call = Call.of(operation, Priority.BULK);

    assertThat(call.operationId()).isEqualTo("getThing");
    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.pathTemplate()).isEqualTo("/things/{id}");
    assertThat(call.priority()).isEqualTo(Priority.BULK);
    assertThat(call).hasToString(operation.toString());
  }

  @Test
  void anAttemptIsShownByItsStatusOrItsFailure() {
    assertThat(Attempt.of(1, 200, null, 3, 4, TOOK))
        .hasToString("attempt 1: 200, 3 bytes sent, 4 received, 12 ms");
    assertThat(Attempt.of(2, 0, "java.io.EOFException", 3, 0, TOOK))
        .hasToString("attempt 2: java.io.EOFException, 3 bytes sent, 0 received, 12 ms");
    assertThat(Attempt.of(2, 200, "java.io.EOFException", 3, 4, TOOK))
        .hasToString("attempt 2: java.io.EOFException after 200, 3 bytes sent, 4 received, 12 ms");
  }

  @Test
  void anAttemptIsReadBack() {
    Attempt attempt = Attempt.of(1, 200, "failure", 3, 4, TOOK);

    assertThat(attempt.number()).isEqualTo(1);
    assertThat(attempt.status()).isEqualTo(200);
    assertThat(attempt.failure()).isEqualTo("failure");
    assertThat(attempt.bytesSent()).isEqualTo(3);
    assertThat(attempt.bytesReceived()).isEqualTo(4);
    assertThat(attempt.duration()).isEqualTo(TOOK);
  }

  @Test
  void theEndOfACallIsReadBack() {
    Throwable failure = new IllegalStateException("failed");
    End end = End.of(503, 2, failure, TOOK);

    assertThat(end.status()).isEqualTo(503);
    assertThat(end.attempts()).isEqualTo(2);
    assertThat(end.failure()).isSameAs(failure);
    assertThat(end.duration()).isEqualTo(TOOK);
    assertThat(end).hasToString("503 after 2 attempts, 12 ms");
  }
}
