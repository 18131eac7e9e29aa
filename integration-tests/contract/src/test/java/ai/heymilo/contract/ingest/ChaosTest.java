// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that answers one batch in ever other ways, by a seed. */
@Timeout(120)
class ChaosTest {
  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  private final Map<String, Integer> applied = new HashMap<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> bad = new HashSet<>();
  private Random random;

  @ParameterizedTest
  @CsvSource({
    "BLOCKING, 1",
    "ASYNC, 1",
    "BLOCKING, 2",
    "ASYNC, 3",
    "BLOCKING, 4",
    "ASYNC, 5",
    "ASYNC, 6"
  })
  void whateverTheServerDoesTheReportTellsTheTruth(Mode mode, long seed) {
    random = new Random(seed);
    int inputs = 500;
    IntStream.range(0, inputs).filter(i -> random.nextInt(20) == 0).forEach(i -> bad.add("c" + i));
    server.answer(this::answer);

    IngestReport report =
        mode.ingestAll(
            server.client(),
            Bulk.candidates(inputs),
            o -> o.batchSize(9).correlateBy("ref").settleAfter(Duration.ZERO));

    assertAddsUp(report, inputs);
    assertThat(applied.values()).as("nobody is invited twice").containsOnly(1);
    for (IngestOutcome outcome : report.outcomes()) {
      String name = "c" + outcome.index();
      switch (outcome.status()) {
        case ACCEPTED -> {
          assertThat(acknowledged).contains(name);
          assertThat(outcome.id()).isEqualTo("I-" + name);
        }
        case REJECTED -> {
          assertThat(applied).doesNotContainKey(name);
          assertThat(bad).contains(name);
        }
        case UNKNOWN -> assertThat(acknowledged).doesNotContain(name);
        default -> throw new AssertionError(outcome);
      }
    }
    assertThat(report.accepted()).hasSameSizeAs(acknowledged);

    server.answer(request -> Bulk.listed(List.copyOf(applied.keySet())));
    IngestReport settled = mode.reconcile(report);

    assertAddsUp(settled, inputs);
    assertThat(settled.unknown()).isEmpty();
    assertThat(settled.accepted()).hasSameSizeAs(applied.keySet());
  }

  private synchronized Answer answer(Request request) {
    List<String> sent = Bulk.sent(request);
    int luck = random.nextInt(10);
    if (luck == 3 || luck == 4) {
      apply(sent);
    }
    Answer misfortune =
        switch (luck) {
          case 0 -> Answer.of(429, "");
          case 1 -> Answer.of(500, "");
          case 2, 3 -> Answer.hangUp();
          case 4 -> Answer.of(502, "<html>");
          case 5 -> sent.size() > 2 ? Answer.of(413, "") : null;
          default -> null;
        };
    if (misfortune != null) {
      return misfortune;
    }
    if (sent.stream().anyMatch(bad::contains)) {
      return random.nextBoolean() ? Answer.of(422, "{}") : Bulk.invalid(locations(sent));
    }
    apply(sent);
    acknowledged.addAll(sent);
    List<String> shuffled = new ArrayList<>(sent);
    Collections.shuffle(shuffled, random);
    return Bulk.reply(shuffled);
  }

  private List<String> locations(List<String> sent) {
    return IntStream.range(0, sent.size())
        .filter(i -> bad.contains(sent.get(i)))
        .mapToObj(i -> "\"data\"," + i + ",\"email\"")
        .toList();
  }

  private void apply(List<String> sent) {
    sent.forEach(name -> applied.merge(name, 1, Integer::sum));
  }
}
