// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.update;

import org.jspecify.annotations.Nullable;

/** The new document is in place, and something is left to do; the message lists it. */
public final class UnfinishedUpdateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfinishedUpdateException(String steps, @Nullable Throwable cause) {
    super("the new document is in place; the build is not finished.\n\n" + steps, cause);
  }
}
