// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static ai.heymilo.testkit.Reply.raw;
import static ai.heymilo.testkit.Reply.status;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.errors.AmbiguousWriteException;
import ai.heymilo.errors.TransportException;
import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import ai.heymilo.testkit.Reply;
import ai.heymilo.transport.CallListener;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write whose answer has come, whatever it is, is not "nothing was applied". */
@Timeout(60)
class DoubtTest {
  @ParameterizedTest
  @ValueSource(ints = {201, 503})
  void aWriteWhoseAnswerHasJustComeIsInDoubtWhenTheClientIsClosed(int status) {
    AtomicReference<Client> closing = new AtomicReference<>();
    CallListener closes =
        new CallListener() {
          @Override
          public void attemptEnded(Call call, Attempt attempt) {
            Objects.requireNonNull(closing.get()).close(); // as another thread may at this moment
          }
        };
    try (RawServer server = RawServer.answering(Reply.json(status, "{\"data\":{}}"));
        Client client = Client.with(o -> o.listener(closes))) {
      closing.set(client);

      assertThatThrownBy(() -> Op.CREATE.on(client.sender(), server.url()))
          .isInstanceOf(AmbiguousWriteException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "99999999999999999999"})
  void anAnswerWithALengthThatIsNoNumberLeavesAWriteInDoubt(String length) {
    try (RawServer server =
            RawServer.answering(
                raw("HTTP/1.1 201 Created\r\nContent-Length: " + length + "\r\n\r\n{}"));
        Client client = Client.plain()) {
      for (boolean asynchronously : new boolean[] {false, true}) {
        assertThatThrownBy(() -> Op.CREATE.on(client.sender(), server.url(), asynchronously))
            .isInstanceOf(AmbiguousWriteException.class);
        assertThatThrownBy(() -> Op.GET_POSTING.on(client.sender(), server.url(), asynchronously))
            .isInstanceOf(TransportException.class);
      }
    }
  }
}
