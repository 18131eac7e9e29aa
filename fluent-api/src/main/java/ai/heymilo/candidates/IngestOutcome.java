// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import org.jspecify.annotations.Nullable;

/** The outcome of one input of a bulk ingestion. Immutable; its text has no personal data. */
public final class IngestOutcome {
  /** Whether an input was accepted. */
  public enum Status {
    /** The server acknowledged it. */
    ACCEPTED,
    /** It was not ingested; see {@link #rejection}. */
    REJECTED,
    /** It may have been ingested: sending it again may invite the same person twice. */
    UNKNOWN
  }

  /** Why an input was rejected, and what to do about it. */
  public enum Rejection {
    /**
     * It violates the limits of the document, cannot be written as JSON, is null, or the input
     * threw an exception in its place; it was not sent. Fix it, then resubmit it.
     */
    INVALID,
    /** An earlier input has the same e-mail address; it was not sent. Nothing to do. */
    DUPLICATE,
    /** The server rejected it, alone or with its whole batch. Fix it, then resubmit it. */
    REFUSED,
    /**
     * The server did not judge it: its request could not be sent, or failed for another reason (the
     * key, the posting, the rate limit), or was not sent because an earlier one failed. Fix the
     * cause, then resubmit it unchanged.
     */
    NOT_TRIED,
    /** Its fate was unknown, and it is not in the list of candidates. Resubmit it unchanged. */
    NOT_FOUND
  }

  /** How the server's acknowledgement was matched to an input. */
  public enum MatchedBy {
    /** By the metadata key that the caller chose. */
    METADATA_KEY,
    /** By its position in an answer with as many items as were sent. */
    POSITION,
    /** By looking it up in the list of candidates. */
    LISTING,
    /** The queue acknowledged the batch as a whole. */
    QUEUE_RECEIPT,
    /** By the journal: an earlier run got it accepted. */
    JOURNAL
  }

  private final Batch.Input of;
  private final Status status;
  private final @Nullable String id;
  private final @Nullable String url;
  private final @Nullable MatchedBy matchedBy;
  private final @Nullable Rejection rejection;
  private final String reason;

  private IngestOutcome(
      Batch.Input of,
      Status status,
      @Nullable String id,
      @Nullable String url,
      @Nullable MatchedBy matchedBy,
      @Nullable Rejection rejection,
      String reason) {
    this.of = of;
    this.status = status;
    this.id = id;
    this.url = url;
    this.matchedBy = matchedBy;
    this.rejection = rejection;
    this.reason = reason;
  }

  static IngestOutcome accepted(
      Batch.Input of, String id, @Nullable String url, MatchedBy matchedBy) {
    return new IngestOutcome(of, Status.ACCEPTED, id, url, matchedBy, null, "");
  }

  static IngestOutcome rejected(Batch.Input of, Rejection why, String reason) {
    return new IngestOutcome(of, Status.REJECTED, null, null, null, why, reason);
  }

  static IngestOutcome notFound(Batch.Input of) {
    return rejected(of, Rejection.NOT_FOUND, "not in the posting's list of candidates");
  }

  static IngestOutcome unknown(Batch.Input of, String reason) {
    return new IngestOutcome(of, Status.UNKNOWN, null, null, null, null, reason);
  }

  IngestOutcome withoutInput() {
    return new IngestOutcome(of.withoutCandidate(), status, id, url, matchedBy, rejection, reason);
  }

  Batch.Input of() {
    return of;
  }

  /**
   * Returns the position of the input.
   *
   * @return the position, from 0
   */
  public long index() {
    return of.index;
  }

  /**
   * Returns whether the input was accepted.
   *
   * @return the status
   */
  public Status status() {
    return status;
  }

  /**
   * Returns the id that the server assigned: {@code interview_id}, or {@code ingestion_id} for a
   * queued input.
   *
   * @return the id; null unless the input was accepted
   */
  public @Nullable String id() {
    return id;
  }

  /**
   * Returns the URL of the candidate's interview ({@code interview_url}).
   *
   * @return the URL; null unless the input was accepted, and null if it was queued or accepted by
   *     an earlier run
   */
  public @Nullable String interviewUrl() {
    return url;
  }

  /**
   * Returns how the acknowledgement was matched to the input.
   *
   * @return the way; null unless the input was accepted
   */
  public @Nullable MatchedBy matchedBy() {
    return matchedBy;
  }

  /**
   * Returns the kind of reason for which the input was rejected.
   *
   * @return the kind; null unless the input was rejected
   */
  public @Nullable Rejection rejection() {
    return rejection;
  }

  /**
   * Returns why the input was rejected, or why its fate is unknown.
   *
   * @return the reason, without personal data; empty if the input was accepted
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the input.
   *
   * @return the candidate; null if the input had none, and for accepted inputs in the report of an
   *     ingestion with {@link IngestOptions#onOutcome}
   */
  public @Nullable Candidate input() {
    return of.candidate;
  }

  /**
   * Returns the value of the metadata key that {@link IngestOptions#correlateBy} chose.
   *
   * @return the value; null if the input has none, or no key was chosen
   */
  public @Nullable String correlationKey() {
    return of.key;
  }

  /** Returns whether the input may be sent again unchanged. */
  boolean isRetryable() {
    return rejection == Rejection.NOT_TRIED || rejection == Rejection.NOT_FOUND;
  }

  @Override
  public String toString() {
    return "input "
        + of.index
        + ": "
        + status
        + (rejection == null ? "" : " " + rejection)
        + (reason.isEmpty() ? "" : ", " + reason);
  }
}
