// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.state.Page;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The operations on postings. */
final class PostingOperations {
  private static final String TEMPLATE = "interview_template_id";

  private final Store store;

  PostingOperations(Store store) {
    this.store = store;
  }

  Reply list(Call call) {
    Page<Posting> page =
        store.postings(
            Lookup.postingCursor(store, call), call.query("limit").asInt(), call.text("title"));
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    page.items().forEach(posting -> data.add(posting.toJson(store.now())));
    return Reply.page(data, Lookup.pagination(page, "/api/v2/postings"));
  }

  Reply create(Call call) {
    JsonNode request = call.body();
    if (request.hasNonNull("workflow") == request.hasNonNull(TEMPLATE)) {
      throw Refusal.invalid(
          List.of(
              Finding.of(
                  List.of("body"),
                  "provide either workflow or interview_template_id, and not both",
                  "value_error")));
    }
    if (request.hasNonNull(TEMPLATE) && !store.hasTemplate(request.path(TEMPLATE).asText())) {
      throw Refusal.notFound("interview_template", request.path(TEMPLATE).asText(), TEMPLATE);
    }
    return created(store.create(request, WordedTimes.deadline(request)));
  }

  Reply get(Call call) {
    return answered(Lookup.posting(store, call));
  }

  Reply update(Call call) {
    Posting posting = Lookup.posting(store, call);
    store.update(posting, call.body(), WordedTimes.deadline(call.body()));
    return answered(posting);
  }

  Reply archive(Call call) {
    Posting posting = Lookup.posting(store, call);
    posting.archive(store.now());
    return answered(posting);
  }

  Reply activate(Call call) {
    Posting posting = Lookup.posting(store, call);
    if (posting.status(store.now()).equals("archived")) {
      throw Refusal.badRequest(
          "posting_archived", "An archived interviewer cannot be activated", "posting_id");
    }
    if (posting.steps().isEmpty()) {
      throw Refusal.badRequest(
          "workflow_invalid", "The interviewer has no workflow step to activate", "workflow");
    }
    posting.activate(store.now());
    return answered(posting);
  }

  Reply copy(Call call) {
    return created(store.copy(Lookup.posting(store, call)));
  }

  private Reply answered(Posting posting) {
    return Reply.single(200, posting.toJson(store.now()));
  }

  private Reply created(Posting posting) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("object", "posting")
        .put("id", posting.id())
        .put("status", posting.status(store.now()));
    data.set("urls", posting.urls());
    data.set("created_at", posting.created());
    data.set("posting", posting.toJson(store.now()));
    return Reply.single(201, data);
  }
}
