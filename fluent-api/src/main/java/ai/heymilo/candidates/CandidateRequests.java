// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.candidates;

import ai.heymilo.generated.ApiClient;
import ai.heymilo.generated.Operation;
import ai.heymilo.generated.api.CandidatesApi;
import ai.heymilo.generated.api.CandidatesApi.ListCandidatesParams;
import ai.heymilo.generated.model.CandidateIngestRequest;
import ai.heymilo.generated.model.CandidateResponse;
import ai.heymilo.internal.Calls;
import ai.heymilo.internal.ClientOptions;
import ai.heymilo.paging.AsyncPager;
import ai.heymilo.paging.Pager;
import java.util.function.Consumer;

/** Builds and checks requests, for both kinds of call. */
final class CandidateRequests {
  private final ApiClient client;
  private final String postingId;

  CandidateRequests(ApiClient client, String postingId) {
    this.client = client;
    this.postingId = postingId;
  }

  String postingId() {
    return postingId;
  }

  ApiClient client() {
    return client;
  }

  ClientOptions options() {
    return Calls.options(client);
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
    Calls.refuse(operation, candidate.violations(options().checksLimits()));
    return candidate.request();
  }

  Pager<CandidateResponse> list(Consumer<? super ListCandidatesParams> query) {
    return new Candidates(client, postingId).list(query);
  }

  AsyncPager<CandidateResponse> listAsync(Consumer<? super ListCandidatesParams> query) {
    return new CandidatesAsync(client, postingId).list(query);
  }
}
