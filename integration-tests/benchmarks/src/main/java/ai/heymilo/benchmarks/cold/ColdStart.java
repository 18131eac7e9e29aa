package ai.heymilo.benchmarks.cold;

import ai.heymilo.benchmarks.calls.Caller;
import ai.heymilo.benchmarks.report.Row;
import ai.heymilo.benchmarks.report.Row.Better;
import ai.heymilo.benchmarks.report.Statistics;
import ai.heymilo.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the start of a JVM to its first answer, and to its end. */
public final class ColdStart {
  private static final List<String> PEERS = List.of("ours", "stock", "okhttp-gson", "hand-written");

  private ColdStart() {}

  /** Makes one call in a JVM that has made none. */
  public static void main(String[] args) throws Exception {
    try (Caller caller = Caller.of(args[0], args[2])) {
      Object answer = args[1].equals("create") ? caller.createPosting() : caller.listCandidates();
      if (answer == null) {
        throw new IllegalStateException("no answer");
      }
    }
    System.exit(0); // threads that a client leaves behind are not what is measured
  }

  public static List<Row> measure(int runs) throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(1000)) {
      for (String what : List.of("create", "page")) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int run = -1; run < runs; run++) {
          for (String peer : PEERS) {
            double millis = once(peer, what, server.baseUrl());
            if (run >= 0) { // the first is for the disk's cache
              times.computeIfAbsent(peer, p -> new ArrayList<>()).add(millis);
            }
          }
        }
        Row row =
            new Row(
                what.equals("create") ? "first posting created" : "first page of 100 read",
                "ms",
                Better.LESS);
        times.forEach((peer, all) -> row.put(peer, Statistics.median(all)));
        rows.add(row);
      }
    }
    return rows;
  }

  private static double once(String peer, String what, String baseUrl)
      throws IOException, InterruptedException {
    ProcessBuilder child =
        ServerProcess.java(List.of(), ColdStart.class, peer, what, baseUrl).inheritIO();
    long start = System.nanoTime();
    int exit = child.start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (exit != 0) {
      throw new IllegalStateException(peer + " " + what + " ended with " + exit);
    }
    return millis;
  }
}
