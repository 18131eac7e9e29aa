// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.Operation;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.generated.model.ListResponseCandidateResponse;
import ai.heymilo.internal.Futures;
import ai.heymilo.internal.Session;
import ai.heymilo.paging.AsyncPager;
import ai.heymilo.paging.Page;
import ai.heymilo.paging.PageSource;
import ai.heymilo.paging.Pager;
import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes and checks what is sent, for the calls that wait and for those that do not. */
final class CandidateRequests {
  private final Session session;
  private final String postingId;

  CandidateRequests(Session session, String postingId) {
    this.session = session;
    this.postingId = postingId;
  }

  CandidateIngestRequest one(Candidate candidate) {
    session.check(CandidatesApi.INGEST_CANDIDATE, candidate.request().violations());
    return candidate.request();
  }

  CandidateIngestRequest queued(Candidate candidate) {
    session.check(CandidatesApi.INGEST_CANDIDATE_ASYNC, candidate.request().violations());
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
    return new IngestRun(input, total, queued, options(more), session.checksLimits());
  }

  private static IngestOptions options(Consumer<? super IngestOptions> more) {
    IngestOptions options = new IngestOptions();
    more.accept(options);
    return options;
  }

  Pager<CandidateResponse> list(Consumer<? super CandidateQuery> more) {
    CandidateQuery query = query(more);
    return new Pager<>(new Source(query), query);
  }

  AsyncPager<CandidateResponse> listAsync(Consumer<? super CandidateQuery> more) {
    CandidateQuery query = query(more);
    return new AsyncPager<>(new Source(query), query);
  }

  private CandidateQuery query(Consumer<? super CandidateQuery> more) {
    CandidateQuery query = new CandidateQuery();
    more.accept(query);
    session.check(CandidatesApi.LIST_CANDIDATES, query.violations());
    return query;
  }

  private final class Source implements PageSource<CandidateResponse> {
    private final CandidateQuery query;

    Source(CandidateQuery query) {
      this.query = query;
    }

    @Override
    public Operation operation() {
      return CandidatesApi.LIST_CANDIDATES;
    }

    @Override
    public Page<CandidateResponse> fetch(@Nullable String cursor) {
      return page(session.candidates().listCandidates(postingId, query.params(cursor)), cursor);
    }

    @Override
    public CompletableFuture<Page<CandidateResponse>> fetchAsync(@Nullable String cursor) {
      return Futures.map(
          session.candidatesAsync().listCandidates(postingId, query.params(cursor)),
          response -> page(response.body(), cursor));
    }

    private Page<CandidateResponse> page(
        ListResponseCandidateResponse response, @Nullable String cursor) {
      return PageSource.page(
          response.getData(), response.getPagination(), cursor, CandidateResponse::getInterviewId);
    }
  }
}
