// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.generated.Operation;
import ai.heymilo.internal.ClientOptions;

/** Which operations may be sent again after what: the policy table. */
enum Repeatability {
  /** It changes nothing. */
  READ,
  /** A write that comes to the same when it is done twice. */
  REPEATABLE,
  /** A write of which the client does not know that; whatever creates something. */
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
