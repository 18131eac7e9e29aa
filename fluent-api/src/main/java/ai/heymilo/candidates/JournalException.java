// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

/** A journal failed, or belongs to another ingestion. Callers get it as a cause. */
final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalException(String message, Exception cause) {
    super(message, cause);
  }
}
