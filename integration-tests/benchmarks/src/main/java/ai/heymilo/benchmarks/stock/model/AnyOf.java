// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.stock.model;

/** The class that the stock output names and does not bring along; nothing sets a value of it. */
public class AnyOf {
  public String toUrlQueryString(String prefix) {
    return prefix;
  }
}
