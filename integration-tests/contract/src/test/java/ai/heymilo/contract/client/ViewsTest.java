// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.InvalidRequestException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients and their views are what they were made as, and see what they were asked to. */
class ViewsTest {
  private static final String POSTING = "{\"data\":{\"id\":\"P1\"}}";

  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @Test
  void aBuilderThatIsUsedOnLeavesItsClientsAlone() {
    server.answer(request -> Answer.of(200, POSTING));
    HeyMiloBuilder builder = server.builder();
    try (HeyMilo milo = builder.build()) {
      builder.baseUrl("http://127.0.0.1:1").checkLimits(false);

      assertThat(milo.posting("P1").get().getId()).isEqualTo("P1");
      HeyMilo view = milo.withOptions(options -> {});
      assertThat(view.posting("P1").get().getId()).isEqualTo("P1");
      assertThat(milo.withResponse(m -> m.posting("P1").get()).status()).isEqualTo(200);
      assertThat(milo.async().withResponse(m -> m.posting("P1").get()).join().status())
          .isEqualTo(200);
      assertThatThrownBy(() -> view.postings().create("x", p -> {}))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void theAnswerToACallOfAViewIsSeen() {
    server.answer(request -> Answer.of(200, POSTING));

    assertThat(
            server
                .client()
                .withResponse(
                    milo ->
                        milo.withOptions(o -> o.callTimeout(Duration.ofSeconds(9)))
                            .posting("P1")
                            .get())
                .status())
        .isEqualTo(200);
  }

  @Test
  void theAnswerIsSeenByEachOfTwoThatAskForIt() {
    server.answer(request -> Answer.of(200, POSTING));

    assertThat(
            server
                .client()
                .withResponse(milo -> milo.withResponse(inner -> inner.posting("P1").get()))
                .status())
        .isEqualTo(200);
  }
}
