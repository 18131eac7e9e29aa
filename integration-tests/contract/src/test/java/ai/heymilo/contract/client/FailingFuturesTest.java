// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloAsync;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.errors.HeyMiloException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that do not wait fail by their futures. */
class FailingFuturesTest {
  private static final Candidate ADA = Candidate.of("Ada", "ada@example.com");

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

  /** Whichever way a call fails, its future has the exception itself. */
  @Test
  void theFirstStageGetsTheExceptionWithoutAWrapper() {
    HeyMiloAsync milo = server.client().async();
    server.answer(request -> Answer.of(404, ""));
    HeyMilo closed = server.builder().build();
    closed.close();

    for (CompletableFuture<?> failing :
        List.of(
            milo.posting("P1").get(),
            milo.posting("P1").update(p -> p.title("T")),
            milo.posting("P1").update(p -> {}),
            milo.postings().list().firstPage(),
            milo.postings().list().forEach(posting -> {}),
            milo.posting("P1").candidates().ingest("A", "a@example.com"),
            milo.posting("P1").candidates().lookUp(List.of(ADA), o -> {}),
            milo.posting("P1").candidates().ingestAll(List.of(ADA), FailingFuturesTest::breaks),
            milo.posting("P1").candidates().changes("", o -> {}).forEachAsync(c -> {}),
            milo.call("GET", "/any", call -> {}).asMap(),
            closed.async().posting("P1").get())) {
      CompletableFuture<Throwable> seen = failing.handle((value, failure) -> failure);

      assertThat(seen).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(HeyMiloException.class);
    }
  }

  private static void breaks(IngestOptions options) {
    options.onProgress(
        progress -> {
          throw new IllegalStateException("a listener");
        });
  }
}
