// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import java.util.List;
import java.util.function.Function;

/** One kind of change: makes it at some place, and says what a report must say of it. */
record Mutation(String name, Function<Sites, List<Expected>> change) {
  static Mutation of(String name, Function<Sites, Expected> change) {
    return new Mutation(name, sites -> List.of(change.apply(sites)));
  }

  @Override
  public String toString() {
    return name;
  }
}
