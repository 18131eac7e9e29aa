package ai.heymilo.benchmarks;

import ai.heymilo.benchmarks.json.Agreement;
import ai.heymilo.benchmarks.json.JsonBenchmark;
import java.util.Collection;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks: how long ({@code full}, {@code short}, {@code smoke}), which, and where. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    Length length = Length.valueOf(args[0].toUpperCase(java.util.Locale.ROOT));
    Set<String> which = Set.of(args[1].split(","));
    Agreement.check();
    if (which.contains("json")) {
      Collection<RunResult> results =
          new Runner(
                  length
                      .jmh(new OptionsBuilder())
                      .include(JsonBenchmark.class.getName())
                      .addProfiler(GCProfiler.class)
                      .build())
              .run();
      System.out.println(results.size());
    }
  }
}
