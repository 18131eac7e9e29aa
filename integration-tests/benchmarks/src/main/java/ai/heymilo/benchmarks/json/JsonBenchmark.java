// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.json;

import ai.heymilo.benchmarks.data.ServerAnswers;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading answers and writing requests, without a network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {
  @Param({"ours", "stock", "okhttp-gson", "hand-written"})
  public String peer;

  private Codec codec;
  private byte[] candidates;
  private byte[] posting;

  @Setup
  public void setUp() throws IOException {
    codec = Codec.of(peer);
    candidates = ServerAnswers.candidates(0, 100, true);
    posting = ServerAnswers.posting();
  }

  @Benchmark
  public Object readCandidates() throws IOException {
    return codec.readCandidates(candidates);
  }

  @Benchmark
  public Object readPosting() throws IOException {
    return codec.readPosting(posting);
  }

  @Benchmark
  public byte[] writePosting() throws IOException {
    return codec.writePosting();
  }

  @Benchmark
  public byte[] writeBulk() throws IOException {
    return codec.writeBulk();
  }
}
