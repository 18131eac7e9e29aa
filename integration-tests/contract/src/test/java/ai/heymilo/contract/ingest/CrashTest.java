// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.contract.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.contract.testkit.ScriptedServer;
import ai.heymilo.contract.testkit.ScriptedServer.Answer;
import ai.heymilo.contract.testkit.ScriptedServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that ingests 2,000 candidates with a journal, and is killed (SIGKILL) at a moment that
 * a seed chooses, started again, and killed again, until it comes to its end. The server answers
 * late, short, in another order or not at all, and applies batches late.
 */
@DisabledOnOs(OS.WINDOWS) // which has no such signal
class CrashTest {
  private static final int CANDIDATES = 2000;

  private static final int KILLED = 128 + 9;

  /** The list of candidates could not be read in three attempts. */
  private static final int LIST_FAILED = 3;

  /** How much later than its request the server applies a batch, in milliseconds. */
  private static final int LATE = 300;

  @RegisterExtension final ScriptedServer server = new ScriptedServer();
  @TempDir Path folder;

  private volatile Process child;

  @Test
  @Timeout(300)
  void nobodyIsInvitedTwiceAndNobodyIsLostWheneverTheProcessIsKilled() throws Exception {
    kill(3);
  }

  @Test
  @Tag("soak")
  @Timeout(7200)
  void fiveHundredTimes() throws Exception {
    kill(Integer.getInteger("crash.kills", 500));
  }

  private void kill(int atLeast) throws Exception {
    server.forgetful();
    int kills = 0;
    int imports = 0;
    int requests = 0;
    for (int seed = Integer.getInteger("crash.seed", 0); kills < atLeast; seed++) {
      int before = server.count();
      kills += new Import(seed).toTheEnd(atLeast - kills);
      requests += server.count() - before;
      imports++;
      System.out.printf("%,d kills so far%n", kills);
    }
    System.out.printf(
        "%d imports of %,d candidates, %,d kills, %,d requests: 0 twice, 0 lost%n",
        imports, CANDIDATES, kills, requests);
  }

  /** One import, from its first process to its last. */
  private final class Import {
    private final int seed;
    private final Random random;
    private final Path journal;
    private final MoodyServer moody;
    private final AtomicInteger left = new AtomicInteger();

    Import(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.journal = folder.resolve("journal" + seed);
      this.moody =
          new MoodyServer(
              new Random(seed), () -> System.nanoTime() / 1_000_000, LATE, name -> false);
      server.answer(this::answer);
    }

    /** Kills before or after the batch is applied, and before or after it is answered. */
    private Answer answer(Request request) {
      boolean kills = left.getAndDecrement() == 0;
      int moment = kills ? random.nextInt(3) : -1;
      if (moment == 0) {
        child.destroyForcibly();
      }
      Answer answer = moody.apply(request);
      if (moment == 1) {
        child.destroyForcibly();
      }
      LockSupport.parkNanos(random.nextInt(4_000_000)); // it answers late
      if (moment == 2) {
        long wait = random.nextInt(6_000_000);
        Process killed = child;
        new Thread(
                () -> {
                  LockSupport.parkNanos(wait);
                  killed.destroyForcibly();
                })
            .start();
      }
      return answer;
    }

    int toTheEnd(int mostKills) throws Exception {
      int kills = 0;
      int exit = -1;
      int starts = 0;
      String output = "";
      while (exit != 0) {
        left.set(kills < mostKills ? random.nextInt(60) : Integer.MAX_VALUE);
        Path said = folder.resolve("said");
        child =
            new ProcessBuilder(command(journal, CANDIDATES))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        exit = child.waitFor();
        output = Files.readString(said);
        assertThat(exit).as("of seed %d: %s", seed, output).isIn(0, KILLED, LIST_FAILED);
        assertThat(starts++).as("starts of seed %d", seed).isLessThan(1000);
        kills += exit == KILLED ? 1 : 0;
      }
      assertThat(output).contains("2000 candidates: 2000 accepted, 0 rejected, 0 unknown");
      assertEachOnce(moody.appliedInTheEnd());
      return kills;
    }

    private void assertEachOnce(Map<String, Integer> applied) {
      assertThat(applied).as("applied, of seed %d", seed).hasSize(CANDIDATES);
      assertThat(applied.values()).as("times applied, of seed %d", seed).containsOnly(1);
    }
  }

  @Test
  @Timeout(120)
  void aSecondProcessIsRefusedWhileTheFirstGoesOn() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    server.answer(
        request -> {
          arrived.countDown();
          await(over);
          return Bulk.accept(request);
        });
    Path journal = folder.resolve("journal");
    Process first = start(journal, 20);
    try {
      arrived.await();
      Process second = start(journal, 20);
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      over.countDown();

      assertThat(second.waitFor()).isEqualTo(1);
      assertThat(said)
          .contains("the journal could not be opened: " + journal + " is in use by another");
      assertThat(first.waitFor()).isZero();
      assertThat(server.count()).isEqualTo(1);
    } finally {
      first.destroyForcibly();
    }
  }

  @Test
  @Timeout(120)
  void aDiskThatIsFullHalfwayEndsTheIngestionWithAClearErrorAndTheNextRunGoesOn() throws Exception {
    MoodyServer moody = new MoodyServer(new Random(1), () -> 0, 1, name -> false);
    server.answer(moody);
    Path journal = folder.resolve("journal");
    List<String> limited = new ArrayList<>(List.of("bash", "-c", "ulimit -f 9; exec \"$@\"", "-"));
    limited.addAll(command(journal, 400));

    Process full = new ProcessBuilder(limited).redirectErrorStream(true).start();
    String said = new String(full.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(full.waitFor()).as(said).isEqualTo(1);
    assertThat(said)
        .contains("the journal could not be written: " + journal + " could not be written: ");
    assertThat(Files.size(journal)).isLessThanOrEqualTo(9 * 1024);

    Process next = start(journal, 400);
    String output = new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(next.waitFor()).as(output).isZero();
    assertThat(moody.appliedInTheEnd()).hasSize(400);
    assertThat(moody.appliedInTheEnd().values()).containsOnly(1);
  }

  private Process start(Path journal, int candidates) throws IOException {
    return new ProcessBuilder(command(journal, candidates)).redirectErrorStream(true).start();
  }

  private List<String> command(Path journal, int candidates) {
    return Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingImport.class.getName(),
            server.baseUrl(),
            journal.toString(),
            String.valueOf(candidates))
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
