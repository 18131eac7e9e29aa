// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.document.ApiOperation;
import ai.heymilo.sandbox.internal.resources.Shelf;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operations whose behaviour no document states: postings, steps and candidates. */
public final class Operations {
  private static final String CREATE_POSTING = "createPosting";
  private static final String INGEST_CANDIDATE = "ingestCandidate";

  private Operations() {}

  /** Returns the handlers on {@code store}, by {@code operationId}. */
  public static Map<String, Handler> on(Store store, ApiDocument document) {
    Map<String, Handler> handlers = new HashMap<>();
    PostingOperations postings = new PostingOperations(store);
    handlers.put("listPostings", postings::list);
    handlers.put(CREATE_POSTING, postings::create);
    handlers.put("getPosting", postings::get);
    handlers.put("updatePosting", postings::update);
    handlers.put("archivePosting", postings::archive);
    handlers.put("activatePosting", postings::activate);
    handlers.put("clonePosting", postings::copy);
    handlers.put("updateInterviewerWorkflowStep", new StepOperations(store, document)::configure);
    CandidateOperations candidates = new CandidateOperations(store);
    handlers.put("listCandidates", candidates::list);
    handlers.put(INGEST_CANDIDATE, candidates::ingest);
    handlers.put("ingestCandidatesBulk", candidates::ingestAll);
    handlers.put("ingestCandidateAsync", candidates::enqueue);
    handlers.put("ingestCandidatesBulkAsync", candidates::enqueueAll);
    return Map.copyOf(handlers);
  }

  /** Returns what these operations keep, by the path of its collection in the document. */
  public static Map<String, Function<List<String>, Shelf>> shelves(
      Store store, ApiDocument document) {
    Map<String, Function<List<String>, Shelf>> shelves = new HashMap<>();
    ApiOperation create = document.operation(CREATE_POSTING);
    if (create != null) {
      shelves.put(create.path(), path -> new PostingShelf(store));
    }
    ApiOperation ingest = document.operation(INGEST_CANDIDATE);
    if (ingest != null) {
      int owner = ingest.segments().size() - 2;
      shelves.put(
          ingest.path(),
          path ->
              new CandidateShelf(store, path.isEmpty() ? null : posting(store, path.get(owner))));
    }
    return shelves;
  }

  private static Posting posting(Store store, String id) {
    Posting posting = store.posting(id);
    if (posting == null) {
      throw Refusal.notFound("posting", id, "posting_id");
    }
    return posting;
  }
}
