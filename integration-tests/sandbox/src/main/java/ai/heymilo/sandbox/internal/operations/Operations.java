// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.state.Store;
import java.util.HashMap;
import java.util.Map;

/** The operations that the sandbox has, by {@code operationId}. */
public final class Operations {
  private Operations() {}

  /** Returns the handlers on {@code store}. */
  public static Map<String, Handler> on(Store store, ApiDocument document) {
    Map<String, Handler> handlers = new HashMap<>();
    PostingOperations postings = new PostingOperations(store);
    handlers.put("listPostings", postings::list);
    handlers.put("createPosting", postings::create);
    handlers.put("getPosting", postings::get);
    handlers.put("updatePosting", postings::update);
    handlers.put("archivePosting", postings::archive);
    handlers.put("activatePosting", postings::activate);
    handlers.put("clonePosting", postings::copy);
    handlers.put("updateInterviewerWorkflowStep", new StepOperations(store, document)::configure);
    CandidateOperations candidates = new CandidateOperations(store);
    handlers.put("listCandidates", candidates::list);
    handlers.put("ingestCandidate", candidates::ingest);
    handlers.put("ingestCandidatesBulk", candidates::ingestAll);
    handlers.put("ingestCandidateAsync", candidates::enqueue);
    handlers.put("ingestCandidatesBulkAsync", candidates::enqueueAll);
    return Map.copyOf(handlers);
  }
}
