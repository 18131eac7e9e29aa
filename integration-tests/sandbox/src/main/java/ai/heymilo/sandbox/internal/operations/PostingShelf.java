// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.resources.Shelf;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The postings, for operations that the document has beside the hand-written ones. */
final class PostingShelf implements Shelf {
  private final Store store;

  PostingShelf(Store store) {
    this.store = store;
  }

  @Override
  public List<ObjectNode> all() {
    List<ObjectNode> all = new ArrayList<>();
    store.postings().forEach(posting -> all.add(posting.toJson(store.now())));
    return all;
  }

  @Override
  public @Nullable ObjectNode get(String id) {
    Posting posting = store.posting(id);
    return posting == null ? null : posting.toJson(store.now());
  }

  @Override
  public void put(String id, ObjectNode object) {
    Posting posting = store.posting(id);
    if (posting != null) {
      store.update(posting, object.deepCopy().without("deadline"), null);
    }
  }

  /** Creates a posting, with a form step for want of a workflow, in the status wanted. */
  @Override
  public ObjectNode seed(JsonNode values) {
    ObjectNode request = values.deepCopy();
    if (!request.hasNonNull("title")) {
      request.put("title", "Posting " + (store.postings().size() + 1));
    }
    if (request.path("workflow").isEmpty()) {
      request.putArray("workflow").addObject().put("type", "form");
    }
    Posting posting = store.create(request, null);
    String status = values.path("status").asText("active");
    if (!status.equals("draft")) {
      posting.activate(store.now());
    }
    if (status.equals("archived")) {
      posting.archive(store.now());
    }
    return posting.toJson(store.now());
  }

  @Override
  public void remove(String id) {
    store.remove(id);
  }
}
