// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** The client was closed before the call. Nothing was sent. */
public final class ClientClosedException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param details the call that failed
   */
  public ClientClosedException(ErrorDetails details) {
    super(details, details.describe("was not sent: the client is closed"), null);
  }
}
