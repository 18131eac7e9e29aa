// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks;

/** How long the benchmarks run. */
enum Length {
  /** Only to see that they work. */
  SMOKE(1, 0, 1, 100, 1, 500, 1_000, 1_000),
  /** With fewer rounds and a shorter window of the quota; all the rest as in full length. */
  SHORT(2, 8, 10, 250, 15, 3_000, 1_000_000, 100_000),
  /** For figures to publish. */
  FULL(5, 10, 20, 250, 15, 15_000, 1_000_000, 100_000);

  final int rounds;
  final int warmups;
  final int measurements;
  final int millis;
  final int coldRuns;
  final long windowMillis;
  final int listed;
  final int ingested;

  Length(
      int rounds,
      int warmups,
      int measurements,
      int millis,
      int coldRuns,
      long windowMillis,
      int listed,
      int ingested) {
    this.rounds = rounds;
    this.warmups = warmups;
    this.measurements = measurements;
    this.millis = millis;
    this.coldRuns = coldRuns;
    this.windowMillis = windowMillis;
    this.listed = listed;
    this.ingested = ingested;
  }
}
