// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.scale;

import ai.heymilo.HeyMilo;
import ai.heymilo.benchmarks.Jvm;
import ai.heymilo.benchmarks.report.Row;
import ai.heymilo.benchmarks.report.Row.Better;
import ai.heymilo.benchmarks.server.ServerProcess;
import ai.heymilo.candidates.Candidate;
import ai.heymilo.candidates.IngestReport;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.transport.RateLimiter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many candidates, listed and ingested, in a JVM with little heap. */
public final class Scale {
  private Scale() {}

  /** Lists or ingests so many; prints microseconds per item at each power of ten, and the heap. */
  public static void main(String[] args) {
    int count = Integer.parseInt(args[1]);
    try (HeyMilo milo =
        HeyMilo.builder()
            .apiKey("benchmark-key")
            .baseUrl(args[2])
            .rateLimiter(RateLimiter.unlimited())
            .build()) {
      if (args[0].equals("list")) {
        list(milo, count);
      } else {
        ingest(milo, count);
      }
    }
    System.out.println("heap " + afterCollections());
  }

  private static void list(HeyMilo milo, int count) {
    Iterator<CandidateResponse> candidates =
        milo.posting("P_1").candidates().list(query -> query.limit(100)).iterator();
    Clock clock = new Clock(count);
    int seen = 0;
    while (candidates.hasNext()) {
      candidates.next();
      clock.passed(++seen);
    }
    if (seen != count) {
      throw new IllegalStateException("listed " + seen + " of " + count);
    }
  }

  private static void ingest(HeyMilo milo, int count) {
    Clock clock = new Clock(count);
    Stream<Candidate> input =
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  clock.passed(i);
                  return Candidate.of(
                      "Name " + i,
                      "candidate" + i + "@example.org",
                      c -> c.metadata("ref", "c" + i).data("cv", "x".repeat(500)));
                });
    LongAdder handedOn = new LongAdder();
    IngestReport report =
        milo.posting("P_1")
            .candidates()
            .ingestAll(input, o -> o.onOutcome(outcome -> handedOn.increment()));
    clock.passed(count);
    String expected = count + " candidates: " + count + " accepted, 0 rejected, 0 unknown";
    if (!report.toString().equals(expected)) {
      throw new IllegalStateException(report.toString());
    }
  }

  /** The most that was in the heap after a collection: what was really needed. */
  private static long afterCollections() {
    long most = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getName().contains("Tenured")) {
        most = pool.getPeakUsage().getUsed();
      }
    }
    return most;
  }

  /** Prints the time for each item between 10,000, 100,000 and 1,000,000. */
  private static final class Clock {
    private final long count;
    private long from = System.nanoTime();
    private long last;
    private long next = 1000; // the JVM warms up

    Clock(long count) {
      this.count = count;
    }

    void passed(long items) {
      if (items >= next) {
        long now = System.nanoTime();
        if (last > 0) {
          System.out.println(items + " " + (now - from) / 1e3 / (items - last));
        }
        from = now;
        last = items;
        next = Math.min(items * 10, Math.max(count, items + 1));
      }
    }
  }

  public static List<Row> measure(int listed, int ingested) throws Exception {
    List<Row> rows = new ArrayList<>();
    rows.addAll(run("list", "listed", listed, List.of(32, 24, 16)));
    rows.addAll(run("ingest", "ingested", ingested, List.of(64, 48, 32)));
    return rows;
  }

  private static List<Row> run(String what, String done, int count, List<Integer> heaps)
      throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (int megabytes : heaps) {
      try (ServerProcess server = ServerProcess.start(count)) {
        Process child =
            Jvm.running(
                    List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC"),
                    Scale.class,
                    what,
                    String.valueOf(count),
                    server.baseUrl())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String name = String.format("%,d %s with -Xmx%dm", count, done, megabytes);
        if (child.waitFor() != 0) {
          rows.add(new Row(name + ": did not fit", "", Better.LESS).put("ours", Double.NaN));
          continue;
        }
        for (String line : output.lines().toList()) {
          String[] words = line.split(" ");
          rows.add(
              words[0].equals("heap")
                  ? new Row(name + ": most in the old generation", "MB", Better.LESS)
                      .put("ours", Long.parseLong(words[1]) / 1e6)
                  : new Row(
                          String.format("%s: each, up to %,d", name, Long.parseLong(words[0])),
                          "µs",
                          Better.LESS)
                      .put("ours", Double.parseDouble(words[1])));
        }
      }
    }
    return rows;
  }
}
