// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.LinkedHashMap;
import java.util.Map;

/** One figure of each client. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class Row {
  /** Which figure is the better one. */
  public enum Better {
    LESS,
    MORE
  }

  public final String name;
  public final String unit;
  public final Better better;
  public final Map<String, Double> values = new LinkedHashMap<>();

  @SuppressWarnings("unused") // for reading
  private Row() {
    this("", "", Better.LESS);
  }

  public Row(String name, String unit, Better better) {
    this.name = name;
    this.unit = unit;
    this.better = better;
  }

  public Row put(String client, double value) {
    values.put(client, value);
    return this;
  }

  /** Ours against another's; less than 1 is better than the other, whatever the figure. */
  public double ratio(String other) {
    double ours = values.get("ours");
    double theirs = values.get(other);
    return better == Better.LESS ? ours / theirs : theirs / ours;
  }
}
