// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.api.CandidatesApi.ListCandidatesParams;
import ai.heymilo.generated.model.Limits;
import ai.heymilo.generated.model.Violation;
import ai.heymilo.paging.PageQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which candidates are listed, and how. What is not set is not sent. Not thread-safe. */
public final class CandidateQuery extends PageQuery<CandidateQuery> {
  private @Nullable Instant createdAfter;
  private @Nullable Instant createdBefore;

  CandidateQuery() {}

  @Override
  protected CandidateQuery self() {
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

  List<Violation> violations() {
    List<Violation> all = new ArrayList<>(params(null).violations());
    if (createdAfter != null && createdBefore != null && createdBefore.isBefore(createdAfter)) {
      Limits limits = new Limits();
      limits.refuse("created_before", "must not be before created_after");
      all.addAll(limits.violations());
    }
    return all;
  }

  ListCandidatesParams params(@Nullable String cursor) {
    return new ListCandidatesParams()
        .limit(pageSize())
        .startingAfter(cursor)
        .createdAfter(createdAfter)
        .createdBefore(createdBefore);
  }
}
