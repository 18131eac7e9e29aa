// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static ai.heymilo.contract.ingest.Bulk.assertAddsUp;
import static ai.heymilo.contract.ingest.Bulk.candidates;
import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.Clocks;
import ai.heymilo.HeyMilo;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestAbortedException;
import ai.heymilo.candidates.IngestJournal;
import ai.heymilo.candidates.IngestOptions;
import ai.heymilo.candidates.IngestOutcome;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.testkit.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ingestions that end anywhere, by a seed: the thread is interrupted, the client closed, the future
 * cancelled, or a listener throws. They are run again with the same journal until one comes to its
 * end. How many seeds: {@code -Dends.seeds}.
 */
@Timeout(900)
@SuppressWarnings("try") // a client is closed in the midst of a call
class EndsTest {
  private static final int SEEDS = Integer.getInteger("ends.seeds", 100);
  private static final int INPUTS = 14;
  private static final int MAX_RUNS = 200;

  @RegisterExtension final ScriptedServer server = new ScriptedServer();

  @ParameterizedTest
  @EnumSource
  void nobodyIsInvitedTwiceAndNobodyIsLost(Mode mode) {
    server.forgetful();
    for (int seed = 0; seed < SEEDS; seed++) {
      new Import(mode, seed).runToTheEnd();
    }
  }

  private final class Import {
    private final Mode mode;
    private final int seed;
    private final Random random;
    private final FakeTime time = FakeTime.skipping();
    private final MoodyServer moody;
    private final Memory journal = new Memory();

    Import(Mode mode, int seed) {
      this.mode = mode;
      this.seed = seed;
      this.random = new Random(seed);
      this.moody =
          new MoodyServer(
              new Random(seed),
              () -> Duration.between(FakeTime.START, time.now()).toMillis(),
              80_000,
              name -> name.hashCode() % 11 == seed % 11);
    }

    void runToTheEnd() {
      IngestReport report = null;
      int runs = 0;
      while (report == null || !report.unknown().isEmpty() || !report.retryable().isEmpty()) {
        assertThat(runs++).as("runs of seed %d", seed).isLessThan(MAX_RUNS);
        report = run(runs < 6 && random.nextInt(4) > 0);
      }
      for (int i = 0; i < INPUTS; i++) {
        String name = "c" + i;
        boolean bad = name.hashCode() % 11 == seed % 11;
        IngestOutcome outcome = report.outcomes().get(i);
        assertThat(moody.appliedInTheEnd().getOrDefault(name, 0))
            .as("%s of seed %d", name, seed)
            .isEqualTo(bad ? 0 : 1);
        assertThat(outcome.id())
            .as("%s of seed %d", name, seed)
            .isEqualTo(bad ? null : "I-" + name);
      }
    }

    /** Runs once; returns null if it did not come to its end. */
    private IngestReport run(boolean ends) {
      try (HeyMilo milo = Clocks.client(server.baseUrl(), time)) {
        CompletableFuture<IngestReport> future = new CompletableFuture<>();
        Thread here = Thread.currentThread();
        AtomicInteger left = new AtomicInteger(random.nextInt(8));
        int way = ends ? random.nextInt(3) : 3;
        server.answer(
            request -> {
              if (left.getAndDecrement() == 0 && way == 0) {
                milo.close();
              } else if (left.get() == -1 && way == 1 && mode == Mode.BLOCKING) {
                here.interrupt();
              } else if (left.get() == -1 && way == 1) {
                future.cancel(true);
              }
              return moody.apply(request);
            });
        Consumer<IngestOptions> options =
            o ->
                o.batchSize(3)
                    .correlateBy("ref")
                    .journal(journal)
                    .onOutcome(
                        outcome -> {
                          if (way == 2 && left.getAndDecrement() == 0) {
                            throw new IllegalStateException("listener");
                          }
                        });
        return mode == Mode.BLOCKING
            ? milo.posting("P1").candidates().ingestAll(candidates(INPUTS), options)
            : joined(milo, options, future);
      } catch (IngestAbortedException e) {
        assertAddsUp(e.report(), e.report().outcomes().size());
        return null;
      } catch (CancellationException e) {
        return null;
      } finally {
        Thread.interrupted();
      }
    }

    private IngestReport joined(
        HeyMilo milo, Consumer<IngestOptions> options, CompletableFuture<IngestReport> end) {
      List<Candidate> input = candidates(INPUTS);
      CompletableFuture<IngestReport> report =
          milo.async().posting("P1").candidates().ingestAll(input, options);
      var unused = end.whenComplete((nothing, cancelled) -> report.cancel(true));
      try {
        return report.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof IngestAbortedException aborted) {
          throw aborted;
        }
        throw e;
      }
    }
  }

  /** A journal that survives a run, but not the process; as fast as a thousand seeds need. */
  private static final class Memory implements IngestJournal {
    private final List<String> records = new ArrayList<>();
    private boolean open;

    @Override
    public synchronized void open(Consumer<? super String> reader) {
      if (open) {
        throw new IllegalStateException("is in use");
      }
      records.forEach(reader);
      open = true;
    }

    @Override
    public synchronized void append(String record) {
      if (!open) {
        throw new IllegalStateException("is closed");
      }
      records.add(record);
    }

    @Override
    public synchronized void close() {
      open = false;
    }
  }
}
