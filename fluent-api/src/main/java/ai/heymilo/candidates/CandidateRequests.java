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
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes and checks what is sent, for the calls that wait and for those that do not. */
final class CandidateRequests {
  private final Session session;
  private final String postingId;

  CandidateRequests(Session session, String postingId) {
    this.session = session;
    this.postingId = postingId;
  }

  String postingId() {
    return postingId;
  }

  Session session() {
    return session;
  }

  Operation bulk(boolean queued) {
    return queued
        ? CandidatesApi.INGEST_CANDIDATES_BULK_ASYNC
        : CandidatesApi.INGEST_CANDIDATES_BULK;
  }

  CandidateIngestRequest one(Candidate candidate) {
    return checked(CandidatesApi.INGEST_CANDIDATE, candidate);
  }

  CandidateIngestRequest queued(Candidate candidate) {
    return checked(CandidatesApi.INGEST_CANDIDATE_ASYNC, candidate);
  }

  private CandidateIngestRequest checked(Operation operation, Candidate candidate) {
    Session.refuse(operation, candidate.violations(session.options().checksLimits()));
    return candidate.request();
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
          operation(),
          response.getData(),
          response.getPagination(),
          cursor,
          CandidateResponse::getInterviewId);
    }
  }
}
