// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input of a bulk ingestion. Immutable; nothing of the person is in its text.
 */
public final class IngestOutcome {
  /** What became of an input. */
  public enum Status {
    /** The server acknowledged it. */
    ACCEPTED,
    /** It was not taken in; {@link #rejection} says what to do about it. */
    REJECTED,
    /** The server may have taken it in: giving it again may invite somebody twice. */
    UNKNOWN
  }

  /** Why an input was rejected, and what to do about it. */
  public enum Rejection {
    /** It is out of the document's limits, or null, and was not sent. Mend it and give it again. */
    INVALID,
    /** An earlier input has the same e-mail address; it was not sent. There is nothing to do. */
    DUPLICATE,
    /** The server refused it, alone or with its whole batch. Mend it and give it again. */
    REFUSED,
    /**
     * The server has not judged it: its request could not be sent, or was turned away for something
     * else (the key, the interviewer, the rate limit), or was not sent because another one was.
     * Mend that and give it again as it is.
     */
    NOT_TRIED,
    /**
     * Its fate was unknown, and {@code reconcile()} did not find it among the candidates. Give it
     * again as it is.
     */
    NOT_FOUND
  }

  /** How the server's acknowledgement was matched to an input. */
  public enum MatchedBy {
    /** By the metadata key that the caller chose. */
    METADATA_KEY,
    /** By its position in a reply with as many items as were sent. */
    POSITION,
    /** By looking it up in the list of candidates, in {@code reconcile()}. */
    LISTING,
    /** The queue acknowledged the batch as a whole. */
    QUEUE_RECEIPT
  }

  private final long index;
  private final Status status;
  private final @Nullable String id;
  private final @Nullable String url;
  private final @Nullable MatchedBy matchedBy;
  private final @Nullable Rejection rejection;
  private final @Nullable String reason;
  private final @Nullable Candidate input;

  private IngestOutcome(
      long index,
      Status status,
      @Nullable String id,
      @Nullable String url,
      @Nullable MatchedBy matchedBy,
      @Nullable Rejection rejection,
      @Nullable String reason,
      @Nullable Candidate input) {
    this.index = index;
    this.status = status;
    this.id = id;
    this.url = url;
    this.matchedBy = matchedBy;
    this.rejection = rejection;
    this.reason = reason;
    this.input = input;
  }

  static IngestOutcome accepted(long index, String id, @Nullable String url, MatchedBy matchedBy) {
    return new IngestOutcome(index, Status.ACCEPTED, id, url, matchedBy, null, null, null);
  }

  static IngestOutcome rejected(
      long index, @Nullable Candidate input, Rejection rejection, String reason) {
    return new IngestOutcome(index, Status.REJECTED, null, null, null, rejection, reason, input);
  }

  static IngestOutcome unknown(long index, Candidate input, String reason) {
    return new IngestOutcome(index, Status.UNKNOWN, null, null, null, null, reason, input);
  }

  /**
   * Returns the position of the input.
   *
   * @return the position, from 0
   */
  public long index() {
    return index;
  }

  /**
   * Returns what became of the input.
   *
   * @return the status
   */
  public Status status() {
    return status;
  }

  /**
   * Returns the id that the server gave: {@code interview_id}, or {@code ingestion_id} for a queued
   * input.
   *
   * @return the id; null unless the input was accepted
   */
  public @Nullable String id() {
    return id;
  }

  /**
   * Returns where the candidate goes for the interview ({@code interview_url}).
   *
   * @return the address; null unless the input was accepted and not queued
   */
  public @Nullable String interviewUrl() {
    return url;
  }

  /**
   * Returns how the acknowledgement was matched.
   *
   * @return the way; null unless the input was accepted
   */
  public @Nullable MatchedBy matchedBy() {
    return matchedBy;
  }

  /**
   * Returns what kind of reason the input was rejected for.
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
    return Objects.requireNonNullElse(reason, "");
  }

  /**
   * Returns the input, so that it can be mended and given again.
   *
   * @return the input; null if it was accepted, and if it was null
   */
  public @Nullable Candidate input() {
    return input;
  }

  /** Says whether another outcome says the same of the same input. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof IngestOutcome)) {
      return false;
    }
    IngestOutcome that = (IngestOutcome) other;
    return index == that.index
        && status == that.status
        && matchedBy == that.matchedBy
        && rejection == that.rejection
        && Objects.equals(id, that.id)
        && Objects.equals(url, that.url)
        && Objects.equals(reason, that.reason)
        && Objects.equals(input, that.input);
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, status, id);
  }

  @Override
  public String toString() {
    return "input "
        + index
        + ": "
        + status
        + (rejection == null ? "" : " " + rejection)
        + (reason == null ? "" : ", " + reason);
  }
}
