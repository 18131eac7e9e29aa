// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.errors.ErrorDetails;
import ai.heymilo.errors.HeyMiloException;
import ai.heymilo.errors.InterruptedCallException;
import ai.heymilo.generated.Operation;

/**
 * A bulk ingestion ended before its input did, because the input, a listener or the journal failed,
 * the thread was interrupted, or the client was closed. The {@link #report} has an outcome for each
 * input that was read; inputs that were not read yet are not in it.
 *
 * <p>{@link #attempts()} and {@link #status()} are 0: an ingestion is many calls. The call that
 * failed, if one did, is the {@link #getCause() cause}.
 */
public final class IngestAbortedException extends HeyMiloException {
  private static final long serialVersionUID = 1L;

  private final transient IngestReport report;
  private final boolean mayHaveBeenApplied;

  IngestAbortedException(Operation operation, IngestReport report, String why, Throwable cause) {
    super(
        ErrorDetails.of(operation),
        operation.id() + " ended before its input did: " + why + "; until then: " + report,
        cause);
    this.report = report;
    this.mayHaveBeenApplied = !report.unknown().isEmpty();
  }

  /** Returns the reason in words; only messages of our own are quoted. */
  static String why(Throwable cause) {
    if (cause instanceof InterruptedCallException) {
      return "the thread was interrupted";
    }
    return cause instanceof JournalException || cause instanceof HeyMiloException
        ? String.valueOf(cause.getMessage())
        : "the input, a listener or the client failed";
  }

  /**
   * Returns the outcomes of the inputs that were read.
   *
   * @return the report
   */
  public IngestReport report() {
    return report;
  }

  /** Returns whether the report has inputs whose fate is unknown. */
  @Override
  public boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }
}
