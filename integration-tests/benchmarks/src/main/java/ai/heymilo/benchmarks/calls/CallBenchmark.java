// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.calls;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A whole call: a posting is asked for, sent over loopback and read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CallBenchmark {
  /** The property that says where the server is. */
  public static final String SERVER = "benchmarks.server";

  private static final int IN_FLIGHT = 64;
  private static final int CALLS = 256;

  @Param({"ours", "stock", "okhttp-gson", "hand-written"})
  public String peer;

  private Caller caller;

  @Setup
  public void setUp() {
    caller = Caller.of(peer, System.getProperty(SERVER));
  }

  @TearDown
  public void tearDown() throws Exception {
    caller.close();
  }

  @Benchmark
  public Object blocking() throws Exception {
    return caller.getPosting();
  }

  /** As many calls as there are operations, {@value IN_FLIGHT} at a time. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void asynchronous() throws Exception {
    Semaphore permits = new Semaphore(IN_FLIGHT);
    Failure failure = new Failure();
    for (int i = 0; i < CALLS; i++) {
      permits.acquire();
      caller
          .getPostingAsync()
          .whenComplete(
              (posting, failed) -> {
                failure.note(failed);
                permits.release();
              });
    }
    permits.acquire(IN_FLIGHT);
    failure.rethrow();
  }

  /** The first failure of several calls. */
  private static final class Failure {
    private volatile Throwable first;

    void note(Throwable failed) {
      if (failed != null) {
        first = failed;
      }
    }

    void rethrow() {
      if (first != null) {
        throw new IllegalStateException(first);
      }
    }
  }
}
