// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

/**
 * A bulk ingestion ended before its input did, because the input or the progress listener threw,
 * the thread was interrupted, or the client was closed. The {@link #report} has an outcome for each
 * input that was taken from the source; those that were not taken yet are not in it.
 */
public final class IngestAbortedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient IngestReport report;

  IngestAbortedException(IngestReport report, String why, Throwable cause) {
    super(why + "; until then: " + report, cause);
    this.report = report;
  }

  /**
   * Returns what became of the inputs that were taken from the source.
   *
   * @return the report
   */
  public IngestReport report() {
    return report;
  }
}
