// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.report;

import java.util.Collection;

/** What is made of several measurements. */
public final class Statistics {
  private Statistics() {}

  public static double median(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
