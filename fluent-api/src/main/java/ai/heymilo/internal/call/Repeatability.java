// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import ai.heymilo.generated.Operation;
import java.util.Set;

/** Which operations may be sent again after what: the policy table. */
enum Repeatability {
  /** It changes nothing. */
  READ,
  /** A write that comes to the same when it is done twice. */
  REPEATABLE,
  /** A write of which the client does not know that; whatever creates something. */
  ONCE;

  /** The writes other than PATCH that are documented, or plainly, repeatable. */
  private static final Set<String> REPEATABLE_OPERATIONS =
      Set.of("activatePosting", "archivePosting");

  /** Returns that of an operation; one that is new in the API goes by its method, safely. */
  static Repeatability of(Operation operation, boolean retryUpdates) {
    switch (operation.method()) {
      case "GET":
      case "HEAD":
        return READ;
      case "PATCH":
        return retryUpdates ? REPEATABLE : ONCE;
      default:
        return REPEATABLE_OPERATIONS.contains(operation.id()) ? REPEATABLE : ONCE;
    }
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
