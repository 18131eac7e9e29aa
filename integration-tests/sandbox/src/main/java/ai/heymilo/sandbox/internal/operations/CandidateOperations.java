// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.state.Candidate;
import ai.heymilo.sandbox.internal.state.Page;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations on the candidates of a posting. */
final class CandidateOperations {
  private final Store store;

  CandidateOperations(Store store) {
    this.store = store;
  }

  Reply list(Call call) {
    Posting posting = Lookup.posting(store, call);
    Instant after = time(call, "created_after");
    Instant before = time(call, "created_before");
    if (after != null && before != null && before.isBefore(after)) {
      throw Refusal.badRequest(
          "invalid_date_range", "created_before is earlier than created_after", "created_before");
    }
    Page<Candidate> page =
        posting
            .candidates()
            .page(
                Lookup.candidateCursor(store, posting, call),
                call.query("limit").asInt(),
                after,
                before);
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    page.items().forEach(candidate -> data.add(candidate.toJson()));
    String url = "/api/v2/postings/" + posting.id() + "/candidates";
    return Reply.page(data, Lookup.pagination(page, url));
  }

  private static @Nullable Instant time(Call call, String name) {
    String text = call.text(name);
    return text == null ? null : WordedTimes.time(text, List.of("query", name));
  }

  Reply ingest(Call call) {
    Posting posting = accepting(call);
    Candidate candidate = store.ingest(posting, call.body());
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("object", "candidate")
        .put("interview_id", candidate.interviewId())
        .put("interview_url", candidate.interviewUrl())
        .put("posting_id", posting.id())
        .set("candidate", candidate.toJson());
    return Reply.single(201, data);
  }

  Reply ingestAll(Call call) {
    Posting posting = accepting(call);
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    for (JsonNode request : all(call)) {
      Candidate candidate = store.ingest(posting, request);
      data.addObject()
          .put("object", "candidate")
          .put("interview_id", candidate.interviewId())
          .put("interview_url", candidate.interviewUrl())
          .set("metadata", candidate.metadata());
    }
    return Reply.single(201, data);
  }

  Reply enqueue(Call call) {
    Posting posting = accepting(call);
    return queued(store.enqueue(posting, List.of(call.body())));
  }

  Reply enqueueAll(Call call) {
    Posting posting = accepting(call);
    return queued(store.enqueue(posting, all(call)));
  }

  private static Reply queued(String ingestionId) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("object", "ingestion").put("ingestion_id", ingestionId).put("status", "queued");
    return Reply.single(202, data);
  }

  /** Returns the posting of the path, or refuses when it takes no candidates. */
  private Posting accepting(Call call) {
    Posting posting = Lookup.posting(store, call);
    String status = posting.status(store.now());
    if (!status.equals("active")) {
      throw Refusal.badRequest(
          "posting_" + status,
          "The interviewer is " + status + " and accepts no candidates",
          "posting_id");
    }
    return posting;
  }

  private static List<JsonNode> all(Call call) {
    List<JsonNode> requests = new ArrayList<>();
    call.body().path("data").forEach(requests::add);
    return requests;
  }
}
