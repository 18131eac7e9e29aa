// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks;

import ai.heymilo.benchmarks.report.Row;
import ai.heymilo.benchmarks.report.Row.Better;
import ai.heymilo.benchmarks.report.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs JMH so that the ratios hold on a machine that does other things too: the clients take turns,
 * several times, iterations are short, and of all of them the median counts.
 */
final class Jmh {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Length length;

  Jmh(Length length) {
    this.length = length;
  }

  /** Measures a method for each client: a row for the score, and one for what is allocated. */
  List<Row> measure(
      String method, List<String> peers, Row score, UnaryOperator<ChainedOptionsBuilder> options)
      throws RunnerException {
    Map<String, List<Double>> scores = new LinkedHashMap<>();
    Map<String, List<Double>> allocations = new LinkedHashMap<>();
    for (int round = 0; round < length.rounds; round++) {
      for (String peer : peers) {
        ChainedOptionsBuilder all =
            new OptionsBuilder()
                .include(method.replace(".", "\\.") + "$")
                .param("peer", peer)
                .forks(1)
                .warmupIterations(length.warmups)
                .warmupTime(TimeValue.milliseconds(length.millis))
                .measurementIterations(length.measurements)
                .measurementTime(TimeValue.milliseconds(length.millis))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
        RunResult run = new Runner(options.apply(all).build()).runSingle();
        for (IterationResult iteration : run.getAggregatedResult().getIterationResults()) {
          scores
              .computeIfAbsent(peer, p -> new ArrayList<>())
              .add(iteration.getPrimaryResult().getScore());
          allocations
              .computeIfAbsent(peer, p -> new ArrayList<>())
              .add(iteration.getSecondaryResults().get(ALLOCATION).getScore());
        }
      }
    }
    Row allocation = new Row(score.name + ", allocation", "B", Better.LESS);
    for (String peer : peers) {
      score.put(peer, Statistics.median(scores.get(peer)));
      allocation.put(peer, Statistics.median(allocations.get(peer)));
    }
    return List.of(score, allocation);
  }
}
