// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ChildJvm;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.testkit.Canary;
import ai.heymilo.transport.RateLimiter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Input that does not fit into memory at once, in a JVM of its own. */
@Timeout(180)
class SmallHeapTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void aHundredThousandCandidatesHandedOnFitInto48Megabytes(Mode mode) throws Exception {
    server.forgetful();
    server.answer(Bulk::accept);

    String output = ChildJvm.run("-Xmx48m", Child.class, server.baseUrl(), mode.name(), "100000");

    assertThat(Canary.isIn(output)).isFalse();
    assertThat(output)
        .contains("100000 candidates: 100000 accepted, 0 rejected, 0 unknown, handed on 100000");
    assertThat(server.count()).isEqualTo(1000);
  }

  /** Ingests candidates of 600 bytes each. */
  static final class Child {
    public static void main(String[] args) {
      int count = Integer.parseInt(args[2]);
      AtomicLong inputs = new AtomicLong();
      try (HeyMilo milo =
          HeyMilo.builder()
              .apiKey(Canary.KEY)
              .baseUrl(args[0])
              .rateLimiter(RateLimiter.unlimited())
              .build()) {
        Stream<Candidate> input =
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        Candidate.of(
                            "Name " + i,
                            "c" + i + "@example.com",
                            c -> c.metadata("ref", "c" + i).data("cv", "x".repeat(500))));
        Consumer<IngestOptions> options =
            o ->
                o.correlateBy("ref")
                    .onOutcome(outcome -> inputs.addAndGet(outcome.input() == null ? 0 : 1));
        IngestReport report =
            args[1].equals("ASYNC")
                ? milo.async().posting("P1").candidates().ingestAll(input, options).join()
                : milo.posting("P1").candidates().ingestAll(input, options);
        System.out.println(report + ", handed on " + inputs);
      }
    }
  }
}
