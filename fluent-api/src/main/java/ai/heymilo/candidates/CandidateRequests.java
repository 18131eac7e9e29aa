// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.api.CandidatesApi.ListCandidatesParams;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.internal.Calls;
import ai.heymilo.paging.AsyncPager;
import ai.heymilo.paging.Pager;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes and checks what is sent, for the calls that wait and for those that do not. */
final class CandidateRequests {
  private final ApiClient client;
  private final String postingId;

  CandidateRequests(ApiClient client, String postingId) {
    this.client = client;
    this.postingId = postingId;
  }

  CandidateIngestRequest one(Candidate candidate) {
    Calls.checked(client, CandidatesApi.INGEST_CANDIDATE, candidate.request());
    return candidate.request();
  }

  CandidateIngestRequest queued(Candidate candidate) {
    Calls.checked(client, CandidatesApi.INGEST_CANDIDATE_ASYNC, candidate.request());
    return candidate.request();
  }

  IngestRun run(
      Iterable<Candidate> candidates, boolean queued, Consumer<? super IngestOptions> more) {
    long total = candidates instanceof Collection ? ((Collection<?>) candidates).size() : -1;
    return run(candidates.iterator(), total, queued, more);
  }

  IngestRun run(
      Stream<Candidate> candidates, boolean queued, Consumer<? super IngestOptions> more) {
    Spliterator<Candidate> input = candidates.sequential().spliterator();
    return run(Spliterators.iterator(input), input.getExactSizeIfKnown(), queued, more);
  }

  private IngestRun run(
      Iterator<Candidate> input, long total, boolean queued, Consumer<? super IngestOptions> more) {
    return new IngestRun(input, total, queued, options(more), Calls.options(client).checksLimits());
  }

  private static IngestOptions options(Consumer<? super IngestOptions> more) {
    IngestOptions options = new IngestOptions();
    more.accept(options);
    return options;
  }

  Pager<CandidateResponse> list(Consumer<? super ListCandidatesParams> query) {
    return new Candidates(client, postingId).list(query);
  }

  AsyncPager<CandidateResponse> listAsync(Consumer<? super ListCandidatesParams> query) {
    return new CandidatesAsync(client, postingId).list(query);
  }
}
