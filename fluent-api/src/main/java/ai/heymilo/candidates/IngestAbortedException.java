package ai.heymilo.candidates;

/**
 * A bulk ingestion ended before its input did, because the input or the progress listener threw, or
 * because the thread was interrupted. What was sent until then is in the {@link #report}; inputs
 * that were not taken from the source yet are not.
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
