// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import java.util.function.Function;
import java.util.function.Predicate;

/** Something that a request should have, with the words to say so. */
final class RequestCondition {
  private final String wanted;
  private final Predicate<ReceivedRequest> test;
  private final Function<ReceivedRequest, String> found;

  /**
   * Returns a condition.
   *
   * @param wanted what is wanted, after "with": {@code $.title = "Engineer"}
   * @param found what a request has instead: {@code $.title = "Cook"}
   */
  RequestCondition(
      String wanted, Predicate<ReceivedRequest> test, Function<ReceivedRequest, String> found) {
    this.wanted = wanted;
    this.test = test;
    this.found = found;
  }

  String wanted() {
    return wanted;
  }

  boolean isMetBy(ReceivedRequest request) {
    return test.test(request);
  }

  String found(ReceivedRequest request) {
    return found.apply(request);
  }
}
