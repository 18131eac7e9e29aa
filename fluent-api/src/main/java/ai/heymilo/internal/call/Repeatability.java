// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ClientOptions;

/** The policy table: the conditions after which an operation may be repeated. */
enum Repeatability {
  /** It changes nothing. */
  READ,
  /** A write that has the same effect when it is made twice. */
  REPEATABLE,
  /** Any other write, for example one that creates something. */
  ONCE;

  /** Returns that of an operation. */
  static Repeatability of(Operation operation, ClientOptions options) {
    String method = operation.method();
    if (method.equals("GET") || method.equals("HEAD")) {
      return READ;
    }
    return operation.isRepeatable()
            || options.repeatable()
            || (method.equals("PATCH") && options.retryUpdates())
        ? REPEATABLE
        : ONCE;
  }

  boolean retries(Condition condition) {
    switch (condition) {
      case REFUSED:
      case NEVER_SENT:
        return true;
      case LOST:
        return this != ONCE;
      case UNREADABLE:
        return this == READ; // once: see RetryLoop
      default:
        return false;
    }
  }

  boolean isWrite() {
    return this != READ;
  }
}
