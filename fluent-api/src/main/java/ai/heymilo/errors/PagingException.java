// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.generated.Operation;

/** The server's pages do not lead on: it says that there is more, and gives no way to get there. */
public final class PagingException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private PagingException(ErrorDetails details, String message) {
    super(details, message, null);
  }

  /**
   * Creates an exception.
   *
   * @param operation what lists
   * @param why what does not lead on
   * @return the exception
   */
  public static PagingException of(Operation operation, String why) {
    return new PagingException(ErrorDetails.of(operation), operation.id() + " stopped: " + why);
  }
}
