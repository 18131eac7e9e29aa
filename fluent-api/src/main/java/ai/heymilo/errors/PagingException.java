// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

import ai.heymilo.generated.Operation;

/** The server reported more results but returned no new cursor. */
public final class PagingException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private PagingException(ErrorDetails details, String message) {
    super(details, message, null);
  }

  /**
   * Creates an exception.
   *
   * @param operation the operation that lists
   * @param why why the list cannot continue
   * @return the exception
   */
  public static PagingException of(Operation operation, String why) {
    return new PagingException(ErrorDetails.of(operation), operation.id() + " stopped: " + why);
  }
}
