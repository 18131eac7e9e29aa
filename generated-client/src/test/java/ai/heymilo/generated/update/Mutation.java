// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.generated.update;

import ai.heymilo.spec.update.Change;
import ai.heymilo.spec.update.ChangeKind;
import ai.heymilo.spec.update.Effect;
import java.util.List;
import java.util.function.Function;

/** One kind of change: makes it somewhere in a document, and returns what a report must contain. */
record Mutation(String name, Function<Sites, List<Expected>> change) {
  /** One line of a report. */
  record Expected(ChangeKind kind, String where, Effect effect) {
    static Expected of(Change change) {
      return new Expected(change.kind(), change.where(), change.effect());
    }
  }

  static Mutation of(String name, Function<Sites, Expected> change) {
    return new Mutation(name, sites -> List.of(change.apply(sites)));
  }

  @Override
  public String toString() {
    return name;
  }
}
