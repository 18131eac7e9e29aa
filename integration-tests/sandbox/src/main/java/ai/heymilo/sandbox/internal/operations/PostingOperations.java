package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.document.Finding;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The operations on postings. */
final class PostingOperations {
  private final Store store;

  PostingOperations(Store store) {
    this.store = store;
  }

  Reply create(Call call) {
    JsonNode request = call.body();
    boolean workflow = request.hasNonNull("workflow");
    boolean template = request.hasNonNull("interview_template_id");
    if (workflow == template) {
      throw Refusal.invalid(
          List.of(
              Finding.of(
                  List.of("body"),
                  "provide either workflow or interview_template_id, and not both",
                  "value_error")));
    }
    Words.check(request);
    return created(store.create(request, Words.deadline(request)));
  }

  Reply get(Call call) {
    return answered(posting(call));
  }

  Reply activate(Call call) {
    Posting posting = posting(call);
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

  private Posting posting(Call call) {
    String id = call.path("posting_id");
    Posting posting = store.posting(id);
    if (posting == null) {
      throw Refusal.notFound("posting", id, "posting_id");
    }
    return posting;
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
