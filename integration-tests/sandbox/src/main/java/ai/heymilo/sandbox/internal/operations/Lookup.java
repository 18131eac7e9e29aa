// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox.internal.operations;

import ai.heymilo.sandbox.internal.state.Candidate;
import ai.heymilo.sandbox.internal.state.Page;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Finds what a call names, and describes the page it is answered with. */
final class Lookup {
  private Lookup() {}

  /** Returns the posting of the path, or refuses with 404. */
  static Posting posting(Store store, Call call) {
    return posting(store, call.path("posting_id"), "posting_id");
  }

  /** Returns the posting that the cursor names, null without a cursor; refuses others with 404. */
  static @Nullable Posting postingCursor(Store store, Call call) {
    String cursor = call.text("starting_after");
    return cursor == null ? null : posting(store, cursor, "starting_after");
  }

  private static Posting posting(Store store, String id, String param) {
    Posting posting = store.posting(id);
    if (posting == null) {
      throw Refusal.notFound("posting", id, param);
    }
    return posting;
  }

  /** Returns the candidate of {@code posting} that the cursor names, null without a cursor. */
  static @Nullable Candidate candidateCursor(Store store, Posting posting, Call call) {
    String cursor = call.text("starting_after");
    if (cursor == null) {
      return null;
    }
    Candidate candidate = store.candidate(cursor);
    if (candidate == null || !candidate.posting().equals(posting)) {
      throw Refusal.notFound("candidate", cursor, "starting_after");
    }
    return candidate;
  }

  /** Returns the document's {@code PaginationMeta} of a page. */
  static ObjectNode pagination(Page<?> page, String url) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("has_more", page.hasMore())
        .put("total_count", page.total())
        .put("url", url);
  }
}
