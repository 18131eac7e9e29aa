// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.contract.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that do not wait fail by their futures. */
class FailingFuturesTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @Test
  void callsThatDoNotWaitDoNotThrow() {
    assertThat(server.client().async().posting("P1").update(p -> p.title("T")))
        .isCompletedExceptionally();
    assertThat(server.client().async().posting("P1").update(p -> {})).isCompletedExceptionally();
    HeyMilo closed = server.builder().build();
    closed.close();
    assertThat(closed.async().posting("P1").candidates().list().firstPage())
        .isCompletedExceptionally();
    assertThat(closed.async().posting("P1").get()).isCompletedExceptionally();
  }
}
