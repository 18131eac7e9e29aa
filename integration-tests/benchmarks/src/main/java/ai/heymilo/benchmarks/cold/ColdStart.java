// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.cold;

import ai.heymilo.benchmarks.Jvm;
import ai.heymilo.benchmarks.calls.Caller;
import ai.heymilo.benchmarks.report.Row;
import ai.heymilo.benchmarks.report.Row.Better;
import ai.heymilo.benchmarks.report.Statistics;
import ai.heymilo.benchmarks.server.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the start of a JVM to its first answer, and to its end; with and without an archive of the
 * classes that it loads.
 */
public final class ColdStart {
  private static final List<String> PEERS = List.of("ours", "stock", "okhttp-gson", "hand-written");
  private static final String ANSWERED = "answered";

  private final int runs;
  private final String baseUrl;
  private final Path directory;
  private final String classPath;

  private ColdStart(int runs, String baseUrl, Path directory) throws IOException {
    this.runs = runs;
    this.baseUrl = baseUrl;
    this.directory = directory;
    this.classPath = ClassPath.ofJars(directory);
  }

  /** Makes one call in a JVM that has made none. */
  public static void main(String[] args) throws Exception {
    try (Caller caller = Caller.of(args[0], args[2])) {
      Object answer = args[1].equals("create") ? caller.createPosting() : caller.listCandidates();
      if (answer == null) {
        throw new IllegalStateException("no answer");
      }
      System.out.println(ANSWERED);
    }
    System.exit(0); // threads that a client leaves behind are not what is measured
  }

  /** Measures, with class path and archives in a directory. */
  public static List<Row> measure(int runs, Path directory)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(1000)) {
      ColdStart coldStart = new ColdStart(runs, server.baseUrl(), directory);
      rows.addAll(coldStart.measure("create", "first posting created"));
      rows.addAll(coldStart.measure("page", "first page of 100 read"));
    }
    return rows;
  }

  private List<Row> measure(String what, String name) throws IOException, InterruptedException {
    Map<String, Path> archives = new LinkedHashMap<>();
    for (String peer : PEERS) {
      archives.put(peer, archive(peer, what));
    }
    Map<String, List<Double>> ended = new LinkedHashMap<>();
    Map<String, List<Double>> answered = new LinkedHashMap<>();
    Map<String, List<Double>> archived = new LinkedHashMap<>();
    for (int run = -1; run < runs; run++) {
      for (String peer : PEERS) {
        Times plain = once(peer, what, List.of());
        Times quick = once(peer, what, List.of("-XX:SharedArchiveFile=" + archives.get(peer)));
        if (run >= 0) { // the first is for the disk's cache
          ended.computeIfAbsent(peer, p -> new ArrayList<>()).add(plain.ended);
          answered.computeIfAbsent(peer, p -> new ArrayList<>()).add(plain.answered);
          archived.computeIfAbsent(peer, p -> new ArrayList<>()).add(quick.answered);
        }
      }
    }
    return List.of(
        row(name, ended),
        row(name + ", answered", answered),
        row(name + ", answered, classes archived", archived));
  }

  private static Row row(String name, Map<String, List<Double>> times) {
    Row row = new Row(name, "ms", Better.LESS);
    times.forEach((peer, all) -> row.put(peer, Statistics.median(all)));
    return row;
  }

  /** Has the classes archived that a call takes. */
  private Path archive(String peer, String what) throws IOException, InterruptedException {
    Path archive = directory.resolve(peer + "-" + what + ".jsa");
    Files.deleteIfExists(archive);
    once(peer, what, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off"));
    if (!Files.exists(archive)) {
      throw new IllegalStateException("no archive of " + peer + " " + what);
    }
    return archive;
  }

  private Times once(String peer, String what, List<String> options)
      throws IOException, InterruptedException {
    ProcessBuilder child =
        Jvm.running(classPath, options, ColdStart.class, peer, what, baseUrl)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    Process process = child.start();
    double answered = 0;
    try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.equals(ANSWERED)) {
          answered = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    int exit = process.waitFor();
    double ended = (System.nanoTime() - start) / 1e6;
    if (exit != 0 || answered == 0) {
      throw new IllegalStateException(peer + " " + what + " ended with " + exit);
    }
    return new Times(answered, ended);
  }

  /** Milliseconds since a JVM was started. */
  private static final class Times {
    final double answered;
    final double ended;

    Times(double answered, double ended) {
      this.answered = answered;
      this.ended = ended;
    }
  }
}
