// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/**
 * The server answered with a status that is no success. If the call was a write, it was refused.
 */
public abstract class StatusException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  StatusException(ErrorDetails details) {
    super(details, details.describe("failed with HTTP " + details.status), null);
  }
}
