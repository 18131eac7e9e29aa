// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks;

import ai.heymilo.benchmarks.calls.CallBenchmark;
import ai.heymilo.benchmarks.cold.ColdStart;
import ai.heymilo.benchmarks.json.Agreement;
import ai.heymilo.benchmarks.json.JsonBenchmark;
import ai.heymilo.benchmarks.quota.Quota;
import ai.heymilo.benchmarks.report.Report;
import ai.heymilo.benchmarks.report.Row;
import ai.heymilo.benchmarks.report.Row.Better;
import ai.heymilo.benchmarks.report.Section;
import ai.heymilo.benchmarks.scale.Scale;
import ai.heymilo.benchmarks.server.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs benchmarks and writes what they found. Arguments: how long ({@code full}, {@code short},
 * {@code smoke}); which, separated by commas; the module's directory; versions to be named.
 */
public final class Main {
  private static final List<String> ALL = List.of("ours", "stock", "okhttp-gson", "hand-written");

  private final Length length;
  private final Jmh jmh;
  private final Path sections;
  private final String command;

  private Main(Length length, Path sections, String command) {
    this.length = length;
    this.jmh = new Jmh(length);
    this.sections = sections;
    this.command = command;
  }

  public static void main(String[] args) throws Exception {
    Length length = Length.valueOf(args[0].toUpperCase(Locale.ROOT));
    Path module = Path.of(args[2]);
    Path sections = module.resolve("target/benchmarks-" + args[0]);
    String command =
        "mvn -q -Pbenchmarks"
            + (length == Length.FULL ? "" : " -Dbenchmarks=" + args[0])
            + " -Dbenchmarks.only="
            + args[1]
            + " verify";
    Main main = new Main(length, sections, command);
    Agreement.check();
    for (String which : args[1].split(",")) {
      main.run(which);
    }
    Report.write(sections, length == Length.FULL ? module : sections, args[3]);
    System.out.println("wrote " + (length == Length.FULL ? module : sections) + "/RESULTS.md");
  }

  private void run(String which) throws Exception {
    switch (which) {
      case "json":
        save(which, "Reading and writing JSON", JSON, json());
        break;
      case "calls":
        save(which, "A whole call on loopback", CALLS, calls());
        break;
      case "cold":
        save(
            which,
            "Cold start",
            COLD,
            ColdStart.measure(length.coldRuns, sections.resolve("cold")));
        break;
      case "quota":
        save(which, "Quota", QUOTA, Quota.measure(length.windowMillis));
        break;
      case "scale":
        save(which, "Scale", SCALE, Scale.measure(length.listed, length.ingested));
        break;
      default:
        throw new IllegalArgumentException("no benchmark " + which);
    }
  }

  private void save(String name, String title, String how, List<Row> rows) throws Exception {
    Section.of(title, how, command, rows).save(sections, name);
  }

  private List<Row> json() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, String> one :
        List.of(
            Map.entry("readCandidates", "read 100 candidates"),
            Map.entry("readPosting", "read a posting"),
            Map.entry("writePosting", "write a posting"),
            Map.entry("writeBulk", "write 100 candidates"))) {
      rows.addAll(
          jmh.measure(
              JsonBenchmark.class.getName() + "." + one.getKey(),
              ALL,
              new Row(one.getValue(), "µs", Better.LESS),
              options -> options));
    }
    return rows;
  }

  private List<Row> calls() throws Exception {
    List<Row> rows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(100)) {
      String property = "-D" + CallBenchmark.SERVER + "=" + server.baseUrl();
      for (int threads : List.of(1, 16, 64)) {
        rows.addAll(
            jmh.measure(
                CallBenchmark.class.getName() + ".blocking",
                ALL,
                new Row(
                    "blocking, " + threads + (threads == 1 ? " thread" : " threads"),
                    "calls/s",
                    Better.MORE),
                options -> options.threads(threads).jvmArgsAppend(property)));
      }
      rows.addAll(
          jmh.measure(
              CallBenchmark.class.getName() + ".asynchronous",
              List.of("ours", "okhttp-gson", "hand-written"),
              new Row("asynchronous, 64 in flight", "calls/s", Better.MORE),
              options -> options.jvmArgsAppend(property)));
    }
    return rows;
  }

  private static final String JSON =
      "A page of 100 candidates in four scripts, about 200 kB; a posting; a posting of 4 steps and 25"
          + " questions; 100 candidates in bulk. From and to bytes in memory. `stock` reads from a"
          + " stream, which its stubs have instead, and sends defaults that nobody set.";

  private static final String CALLS =
      "A posting is asked for and read; the server is a process of its own that renders nothing. Our"
          + " client with its limiter off. `hand-written` is the JDK's client with a reader made once;"
          + " the stock output has no asynchronous stubs. Allocation is of all threads of the client's"
          + " process.";

  private static final String COLD =
      "From the start of the JVM to its end after the first answer, and to that answer; medians. A"
          + " JVM before 21 cannot end the thread of its HTTP client, and waits 0.3 s for it when it"
          + " ends; OkHttp's it need not wait for. Archives are of -XX:ArchiveClassesAtExit.";

  private static final String QUOTA =
      "1,500 calls from 64 threads, 300 permitted in a rolling window, which is shorter than the API's"
          + " minute; the peers' waits are shorter by as much.";

  private static final String SCALE =
      "In a JVM of its own with a small heap. Times are of each item since the last power of ten.";
}
