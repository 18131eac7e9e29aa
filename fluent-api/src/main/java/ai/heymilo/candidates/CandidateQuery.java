package ai.heymilo.candidates;

import ai.heymilo.generated.api.CandidatesApi.ListCandidatesParams;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which candidates are listed, and how. What is not set is not sent. Not thread-safe. */
public final class CandidateQuery {
  private @Nullable Integer pageSize;
  private @Nullable String startingAfter;
  private @Nullable Instant createdAfter;
  private @Nullable Instant createdBefore;
  private boolean prefetch;

  CandidateQuery() {}

  /**
   * Sets how many candidates are on a page ({@code limit}).
   *
   * @param candidates 1–100; the server's default is 20
   * @return this query
   */
  public CandidateQuery pageSize(int candidates) {
    this.pageSize = candidates;
    return this;
  }

  /**
   * Starts after a candidate ({@code starting_after}), to go on where an earlier listing stopped.
   *
   * @param interviewId the candidate's {@code interview_id}
   * @return this query
   */
  public CandidateQuery startingAfter(String interviewId) {
    this.startingAfter = Objects.requireNonNull(interviewId, "interviewId");
    return this;
  }

  /**
   * Lists only candidates invited at or after a time ({@code created_after}).
   *
   * @param time sent as ISO 8601 in UTC
   * @return this query
   */
  public CandidateQuery createdAfter(Instant time) {
    this.createdAfter = Objects.requireNonNull(time, "time");
    return this;
  }

  /**
   * Lists only candidates invited at or before a time ({@code created_before}).
   *
   * @param time sent as ISO 8601 in UTC; not before {@code createdAfter}
   * @return this query
   */
  public CandidateQuery createdBefore(Instant time) {
    this.createdBefore = Objects.requireNonNull(time, "time");
    return this;
  }

  /**
   * Reads the next page while the caller works on the last; without effect on calls that do not
   * wait.
   *
   * @return this query
   */
  public CandidateQuery prefetch() {
    this.prefetch = true;
    return this;
  }

  @Nullable String start() {
    return startingAfter;
  }

  boolean prefetches() {
    return prefetch;
  }

  List<Violation> violations() {
    List<Violation> all = new ArrayList<>(params(startingAfter).violations());
    if (createdAfter != null && createdBefore != null && createdBefore.isBefore(createdAfter)) {
      Limits limits = new Limits();
      limits.refuse("created_before", "must not be before created_after");
      all.addAll(limits.violations());
    }
    return all;
  }

  ListCandidatesParams params(@Nullable String cursor) {
    return new ListCandidatesParams()
        .limit(pageSize)
        .startingAfter(cursor)
        .createdAfter(createdAfter)
        .createdBefore(createdBefore);
  }
}
