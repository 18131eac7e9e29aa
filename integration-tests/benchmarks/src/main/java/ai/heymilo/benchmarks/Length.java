package ai.heymilo.benchmarks;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long the benchmarks run. */
enum Length {
  /** Only to see that they work. */
  SMOKE(1, 0, 1, 100),
  /** For a look while developing. */
  SHORT(1, 3, 5, 1000),
  /** For figures to publish. */
  FULL(3, 5, 8, 1000);

  private final int forks;
  private final int warmups;
  private final int measurements;
  private final int millis;

  Length(int forks, int warmups, int measurements, int millis) {
    this.forks = forks;
    this.warmups = warmups;
    this.measurements = measurements;
    this.millis = millis;
  }

  ChainedOptionsBuilder jmh(ChainedOptionsBuilder options) {
    return options
        .forks(forks)
        .warmupIterations(warmups)
        .warmupTime(TimeValue.milliseconds(millis))
        .measurementIterations(measurements)
        .measurementTime(TimeValue.milliseconds(millis))
        .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
  }
}
