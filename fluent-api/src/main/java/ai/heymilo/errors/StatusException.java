// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.errors;

/** The server rejected the call. If it was a write, nothing was applied. */
public abstract class StatusException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  StatusException(ErrorDetails details) {
    super(details, details.describe("failed with HTTP " + details.status), null);
  }
}
